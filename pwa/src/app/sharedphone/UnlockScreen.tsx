// A locked interview asks for its PIN. Whoever has forgotten it is told the truth, and nothing is deleted unless they say so, twice.
import { useState } from "preact/hooks";
import { t } from "../../i18n/shell";
import { words } from "../../i18n/sharing";
import { unlockDraft } from "../../storage/locking";
import { Button } from "../../ui";
import { CarriedNotice } from "../carrying/CarriedNotice";
import { Shell } from "../frame/Shell";
import { keptDrafts } from "../phone/kept";
import { goInstead, paths } from "../places/routing";
import { Discard } from "../screens/Discard";
import { handing } from "./handing";
import type { Shutting } from "./locks";
import { PinForm } from "./PinForm";
import { shutWhenUnused } from "./shutting";

/** What stands before an interview: that it was carried away in a file, or its PIN. */
export function UnlockScreen(props: Unlocking) {
  const row = keptDrafts.value.find((one) => one.instanceId === props.instanceId);
  return row?.isCarried ? <CarriedNotice instanceId={props.instanceId} /> : <AskForPin {...props} />;
}

interface Unlocking {
  instanceId: string;
  onOpened: (shutting: Shutting) => void;
}

function AskForPin({ instanceId, onOpened }: Unlocking) {
  const open = async (pin: string) => {
    const isRight = await unlockDraft(instanceId, pin);
    if (isRight) onOpened(shutWhenUnused);
    return isRight;
  };
  return (
    <Shell back>
      <div class="stack stack-wide">
        <div class="stack stack-tight">
          <h1>{words("unlock.title")}</h1>
          <p>{words("unlock.body")}</p>
        </div>
        <PinForm id="pin" tries={instanceId} act={words("unlock.do")} onPin={open} />
        <Forgotten instanceId={instanceId} />
      </div>
    </Shell>
  );
}

function Forgotten({ instanceId }: { instanceId: string }) {
  const [isSaid, setSaid] = useState(false);
  const row = keptDrafts.value.find((one) => one.instanceId === instanceId);
  if (!isSaid) return <div><Button kind="plain" onPress={() => setSaid(true)}>{words("unlock.forgot")}</Button></div>;
  return (
    <div class="stack" role="status">
      <p>{words("unlock.forgotBody")}</p>
      {row && handing.value === null && (
        <div class="row">
          <Button href={paths.home}>{t("discard.no")}</Button>
          <Discard draft={row} onDone={() => goInstead(paths.home)} />
        </div>
      )}
    </div>
  );
}
