// Bringing in questions from a file: an XLSForm workbook or table, an XForm, or our own draft as JSON.
import { questionSets, type Draft, type QuestionSet } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Notice } from "../../ui";
import { Card } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useAct } from "../loading";
import { Failure, FileDrop } from "../parts";
import { go, to } from "../routing";
import { NotADraft, readDraft } from "./draftText";

const KINDS = ".xlsx,.xls,.csv,.md,.xml,.json";

export function ImportScreen({ org }: { org: string }) {
  const importing = useAct(async (file: File) => {
    const made = await bringIn(org, file);
    go(to.questionSet(org, made.id, "check"));
  });
  return (
    <Screen title={t("import.title")} lead={t("import.lead")} back={{ href: to.questionSets(org), label: t("sets.title") }}>
      <FileDrop id="file" label={importing.isBusy ? t("import.busy") : t("import.drop")} note={t("import.kinds")} accept={KINDS} isBusy={importing.isBusy} onFiles={([file]) => file && importing.run(file)} />
      {importing.failure instanceof NotADraft
        ? <Notice tone="care" title={t("draft.notJson")}><p lang="en">{importing.failure.message}</p></Notice>
        : <Failure failure={importing.failure} />}
      <Card labelledBy="import-then">
        <h2 id="import-then">{t("import.then")}</h2>
        <ul class="ticks soft"><li>{t("import.thenCheck")}</li><li>{t("import.thenDraft")}</li><li>{t("import.thenRepairs")}</li><li>{t("import.thenNothing")}</li></ul>
      </Card>
    </Screen>
  );
}

async function bringIn(org: string, file: File): Promise<QuestionSet> {
  if (!file.name.toLowerCase().endsWith(".json")) return questionSets.importFile(org, file);
  const draft = readDraft(await file.text());
  return questionSets.createQuestionSet(org, { title: titleOf(draft, file.name), draft });
}

function titleOf(draft: Draft, name: string): string {
  return draft.settings?.form_title ?? (name.replace(/\.json$/i, "") || t("sets.untitled"));
}
