// A phone that was handed over: one interview from its first page to its thanks, whatever the address says.
import { keptOutbox } from "../phone/kept";
import { AboutRound } from "../screens/AboutRound";
import { Answering } from "../screens/Answering";
import { HandBack } from "./HandBack";
import { isGivenBack, type Handing } from "./handing";
import { bind } from "./handingover";

export function HandedOver({ joinId, instanceId, freeAt }: Handing) {
  const isFinished = keptOutbox.value.some((row) => row.instanceId === instanceId);
  if (isFinished || isGivenBack.value) return <HandBack isFinished={isFinished} freeAt={freeAt} />;
  if (instanceId === null) return <AboutRound joinId={joinId} onBegun={(begun) => void bind(begun)} />;
  return <Answering key={instanceId} instanceId={instanceId} onLeave={() => { isGivenBack.value = true; }} onFinished={() => undefined} />;
}
