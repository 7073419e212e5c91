// How people get in, in plain words, with the one word that each way has earned.
import type { Mode } from "../../client/desk";
import { t } from "../../i18n/desk";
import { ChoiceCard } from "../../ui";
import { Badge } from "../../ui/more";
import { modeMeaning, modeName, wordOf, wordOfMode } from "../words";

const modes: readonly Mode[] = ["open_link", "cards", "interview"];

export function ModeChoice({ mode, onChoose }: { mode: Mode; onChoose: (mode: Mode) => void }) {
  return (
    <fieldset class="stack stack-tight">
      <legend class="field-label">{t("openRound.mode")}</legend>
      {modes.map((each) => (
        <ChoiceCard key={each} name="mode" value={each} chosen={each === mode} onChoose={() => onChoose(each)}>
          <span class="row mode-head"><span class="choice-title">{modeName(each)}</span><Badge tone={wordOfMode(each) === "anonymous" ? "pine" : "sun"}>{wordOf(wordOfMode(each))}</Badge></span>
          <span class="soft small">{modeMeaning(each)}</span>
        </ChoiceCard>
      ))}
      <p class="field-note">{t("openRound.wordNote")}</p>
    </fieldset>
  );
}
