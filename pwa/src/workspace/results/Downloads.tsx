// The answers as a table, to go on with elsewhere.
import { useState } from "preact/hooks";
import { rounds, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, ChoiceCard } from "../../ui";
import { Card, SelectField } from "../../ui/more";
import { useAct } from "../loading";
import { DeskIcon, Failure, fileName, languageName, saveFile } from "../parts";

interface DownloadsProps {
  org: string;
  round: RoundSummary;
  languages: string[];
  /** The language that the page is read in. */
  language: string;
}

export function Downloads({ org, round, languages, language: read }: DownloadsProps) {
  const [values, setValues] = useState<"codes" | "labels">("labels");
  const [chosen, setChosen] = useState<string | null>(null);
  const language = chosen ?? read;
  const fetching = useAct(async (format: "csv" | "xlsx") => {
    saveFile(await rounds.exportRows(org, round.id, { format, values, language }), fileName(round.title, format));
  });
  return (
    <Card labelledBy="download">
      <h2 id="download">{t("download.title")}</h2>
      <p class="soft">{round.word === "anonymous" ? t("download.body", { k: round.k }) : t("download.confidential")}</p>
      <div class="form-pair">
        <fieldset class="stack stack-tight">
          <legend class="field-label">{t("download.values")}</legend>
          <ChoiceCard name="values" value="labels" chosen={values === "labels"} onChoose={() => setValues("labels")}><span class="choice-title">{t("download.labels")}</span><span class="soft small">{t("download.labelsMean")}</span></ChoiceCard>
          <ChoiceCard name="values" value="codes" chosen={values === "codes"} onChoose={() => setValues("codes")}><span class="choice-title">{t("download.codes")}</span><span class="soft small">{t("download.codesMean")}</span></ChoiceCard>
        </fieldset>
        {languages.length > 1 && values === "labels" && (
          <SelectField id="download-language" label={t("results.language")} value={language} onChoose={setChosen} choices={languages.map((code) => ({ value: code, label: languageName(code) }))} />
        )}
      </div>
      <div class="row">
        <Button kind="primary" disabled={fetching.isBusy} onPress={() => fetching.run("xlsx")}><DeskIcon name="download" /> {t("download.xlsx")}</Button>
        <Button disabled={fetching.isBusy} onPress={() => fetching.run("csv")}><DeskIcon name="download" /> {t("download.csv")}</Button>
      </div>
      <Failure failure={fetching.failure} />
    </Card>
  );
}
