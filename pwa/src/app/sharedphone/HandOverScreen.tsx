// Before the phone is handed over for the first time: what that does, what it does not, and a PIN for the way back.
import { words } from "../../i18n/sharing";
import { canPin } from "../../storage/pins";
import { Shell } from "../frame/Shell";
import { goInstead, paths } from "../places/routing";
import { handOver } from "./handingover";
import { setHandPin } from "./handpin";
import { NewPinForm, NoPins } from "./NewPinForm";

export function HandOverScreen({ joinId, instanceId }: { joinId: string; instanceId: string | null }) {
  const start = async (pin: string) => {
    await setHandPin(pin);
    await handOver(joinId, instanceId);
    goInstead(paths.home);
  };
  return (
    <Shell back>
      <div class="stack stack-wide">
        <h1>{words("hand.title")}</h1>
        <p>{words("hand.body")}</p>
        <p>{words("hand.not")}</p>
        {canPin() ? <><p>{words("hand.pinFirst")}</p><NewPinForm id="pin" act={words("hand.start")} onPin={start} /></> : <NoPins />}
      </div>
    </Shell>
  );
}
