// The only way in which an answer that was not received leaves a phone: its author says so, twice.
import { useState } from "preact/hooks";
import { t } from "../../i18n/shell";
import { discardDraft, type Draft } from "../../storage";
import { Button } from "../../ui";
import { Dialog } from "../../ui/more";

export function Discard({ draft, onDone }: { draft: Draft; onDone?: () => void }) {
  const [isAsking, setAsking] = useState(false);
  const leave = () => setAsking(false);
  const discard = () => void discardDraft(draft.instanceId).then(onDone);
  return (
    <>
      <Button kind="plain" onPress={() => setAsking(true)}>{t("discard.do")}</Button>
      {isAsking && (
        <Dialog
          id={`discard-${draft.instanceId}`} title={t("discard.title")} onClose={leave}
          acts={<><Button onPress={leave}>{t("discard.no")}</Button><Button kind="care" onPress={discard}>{t("discard.yes")}</Button></>}
        >
          <p>{t("discard.body")}</p>
        </Dialog>
      )}
    </>
  );
}
