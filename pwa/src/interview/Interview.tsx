// Answering, for real: every answer is kept on this phone as it is given.
import { useMemo } from "preact/hooks";
import { interfaceLanguage, language } from "../i18n";
import { Conducted } from "./Conducted";
import { storedKeeper } from "./stored";

export interface InterviewProps {
  instanceId: string;
  onLeave?: () => void;
  /** The quick exit: away from here, with everything kept. */
  onHide?: () => void;
  /** The interview is frozen and in the outbox, on disk. */
  onFinished?: () => void;
}

export function Interview({ instanceId, onLeave, onHide, onFinished }: InterviewProps) {
  const keeper = useMemo(() => storedKeeper(instanceId), [instanceId]);
  const speak = (code: string) => {
    language.value = interfaceLanguage(code) ?? language.value;
  };
  return <Conducted key={instanceId} keeper={keeper} onOpened={speak} onLeave={onLeave} onHide={onHide} onFinished={onFinished} />;
}
