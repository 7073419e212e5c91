// The rows of a draft in a plain editor. Saving over somebody else's change shows both, and loses neither.
import { useState } from "preact/hooks";
import { ProblemError, questionSets, type QuestionSet } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Notice, TextField } from "../../ui";
import { useAct } from "../loading";
import { Failure, fileName, saveFile } from "../parts";
import { mayIn } from "../session";
import { DraftConflict } from "./DraftConflict";
import { NotADraft, readDraft, showDraft } from "./draftText";
import { keepTyped, typedOf } from "./unsaved";

interface DraftTabProps {
  org: string;
  set: QuestionSet;
  onSaved: (set: QuestionSet) => void;
}

export function DraftTab({ org, set, onSaved }: DraftTabProps) {
  const { text, typed, write, drop, saving, theirs, base, isSaved } = useDraft(org, set, onSaved);
  const mayEdit = mayIn(org)("edit_question_sets");
  const download = () => saveFile(new Blob([text], { type: "application/json" }), fileName(set.title, "json"));
  return (
    <div class="stack">
      <p class="soft">{t("draft.body")}</p>
      {theirs && (
        <DraftConflict
          base={base} mine={text} theirs={theirs} isBusy={saving.isBusy} onKeepMine={() => saving.run(theirs, text)}
          onTakeTheirs={() => { drop(); onSaved(theirs); }} onMerged={(merged) => write(merged, theirs)}
        />
      )}
      <div class="draft-editor"><TextField id="draft" label={t("draft.rows")} lines={24} value={text} onInput={(next) => write(next)} readonly={!mayEdit} /></div>
      {saving.failure instanceof NotADraft
        ? <Notice tone="care" title={t("draft.notJson")}><p lang="en">{saving.failure.message}</p></Notice>
        : <Failure failure={saving.failure} />}
      {isSaved && <Notice icon="check" heard>{t("draft.saved")}</Notice>}
      <div class="row">
        {mayEdit && <Button kind="primary" disabled={!typed || saving.isBusy || theirs !== null} onPress={() => saving.run(base, text)}>{t("act.save")}</Button>}
        {typed && <Button kind="plain" onPress={drop}>{t("draft.drop")}</Button>}
        <Button kind="plain" onPress={download}>{t("draft.download")}</Button>
      </div>
      <ForOtherTools org={org} set={set} isSaved={!typed} />
    </div>
  );
}

/** The draft as files for other tools. What is only typed is not in them yet, so saving comes first. */
function ForOtherTools({ org, set, isSaved }: { org: string; set: QuestionSet; isSaved: boolean }) {
  const workbook = useAct(async () => saveFile(await questionSets.draftWorkbook(org, set.id), fileName(set.title, "xlsx")));
  const xform = useAct(async () => saveFile(await questionSets.draftXform(org, set.id), fileName(set.title, "xml")));
  return (
    <>
      <div class="row">
        <Button kind="plain" disabled={!isSaved || workbook.isBusy} onPress={() => workbook.run()}>{t("draft.workbook")}</Button>
        <Button kind="plain" disabled={!isSaved || xform.isBusy} onPress={() => xform.run()}>{t("draft.xform")}</Button>
      </div>
      <Failure failure={workbook.failure ?? xform.failure} />
    </>
  );
}

/** What stands in the editor, what the server had when the typing began, and what it has if that is something else by now. */
function useDraft(org: string, set: QuestionSet, onSaved: (set: QuestionSet) => void) {
  const typed = typedOf(set.id);
  const [theirs, setTheirs] = useState<QuestionSet | null>(null);
  const [wasSaved, setSaved] = useState(false);
  const saving = useAct(async (from: QuestionSet, wanted: string) => {
    try {
      const saved = await questionSets.saveDraft(org, set.id, readDraft(wanted), from.draft_rev);
      setTheirs(null);
      // What was typed while the saving was under way stands on top of what was saved.
      const later = typedOf(set.id);
      keepTyped(set.id, later && later.text !== wanted ? { text: later.text, base: saved } : null);
      onSaved(saved);
      setSaved(true);
    } catch (failure) {
      if (!(failure instanceof ProblemError && failure.status === 412)) throw failure;
      setTheirs(await questionSets.questionSet(org, set.id));
    }
  });
  const base = typed?.base ?? set;
  const write = (text: string, from?: QuestionSet) => {
    setSaved(false);
    if (from) setTheirs(null);
    keepTyped(set.id, { text, base: from ?? base });
  };
  const drop = () => {
    setTheirs(null);
    keepTyped(set.id, null);
  };
  return { text: typed?.text ?? showDraft(set.draft), typed, base, theirs, saving, write, drop, isSaved: wasSaved && !typed };
}
