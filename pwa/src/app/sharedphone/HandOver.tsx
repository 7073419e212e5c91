// Hands the phone over with one tap, once a PIN for the way back is set.
import { words } from "../../i18n/sharing";
import { Button } from "../../ui";
import { go, paths } from "../places/routing";
import { handOver } from "./handingover";
import { hasHandPin } from "./handpin";

export function HandOver({ joinId, instanceId }: { joinId: string; instanceId?: string }) {
  const hand = async () => {
    if (await hasHandPin()) await handOver(joinId, instanceId);
    else go(paths.hand(joinId, instanceId));
  };
  return <Button kind="plain" onPress={() => void hand()}>{words("hand.do")}</Button>;
}
