// Somebody else has saved the same draft: what they have, beside what one has typed, and the ways on.
import { useState } from "preact/hooks";
import type { Draft, QuestionSet } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Notice, TextField } from "../../ui";
import { Dialog } from "../../ui/more";
import { readDraft, showDraft } from "./draftText";
import { merge } from "./merging";

interface DraftConflictProps {
  base: QuestionSet;
  mine: string;
  theirs: QuestionSet;
  isBusy: boolean;
  onKeepMine: () => void;
  onTakeTheirs: () => void;
  onMerged: (text: string) => void;
}

export function DraftConflict({ base, mine, theirs, isBusy, onKeepMine, onTakeTheirs, onMerged }: DraftConflictProps) {
  const [isDropping, setDropping] = useState(false);
  const own = readable(mine);
  const merged = own && merge(base.draft, own, theirs.draft);
  return (
    <Notice tone="sun" title={t("conflict.title")} heard>
      <p>{merged && merged.clashes.length > 0 ? t("conflict.clash", { count: merged.clashes.length }) : t("conflict.body")}</p>
      {merged && merged.clashes.length > 0 && <ul class="ticks">{merged.clashes.map((place) => <li key={place}><code>{place}</code></li>)}</ul>}
      <div class="draft-editor"><TextField id="theirs" label={t("conflict.theirs")} lines={10} value={showDraft(theirs.draft)} onInput={() => undefined} readonly /></div>
      <div class="row">
        {merged && <Button kind="primary" disabled={isBusy} onPress={() => onMerged(showDraft(merged.draft))}>{merged.clashes.length > 0 ? t("conflict.mergeMine") : t("conflict.merge")}</Button>}
        <Button disabled={isBusy} onPress={onKeepMine}>{t("conflict.keepMine")}</Button>
        <Button disabled={isBusy} onPress={() => setDropping(true)}>{t("conflict.takeTheirs")}</Button>
      </div>
      {isDropping && (
        <Dialog
          id="drop-mine" title={t("conflict.dropTitle")} onClose={() => setDropping(false)}
          acts={<><Button onPress={() => setDropping(false)}>{t("act.cancel")}</Button><Button kind="care" onPress={onTakeTheirs}>{t("conflict.takeTheirs")}</Button></>}
        >
          <p>{t("conflict.dropBody")}</p>
        </Dialog>
      )}
    </Notice>
  );
}

function readable(text: string): Draft | null {
  try {
    return readDraft(text);
  } catch {
    return null;
  }
}
