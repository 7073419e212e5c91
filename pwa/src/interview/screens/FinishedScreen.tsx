// The end: thanks, and what happens now. The shell shows the receipt instead where there is one.
import { Button, Page } from "../../ui";
import { Mark } from "../../ui/more";
import { t } from "../../i18n/further";
import type { Conducting } from "../conduct/conducting";

export function FinishedScreen({ on, onAgain }: { on: Conducting; onAgain?: (() => void) | undefined }) {
  return (
    <Page inside={on.place === "nowhere"}>
      <div class="stack stack-wide finished">
        <Mark />
        <h1>{t("finished.title")}</h1>
        <p>{t(on.place === "nowhere" ? "finished.preview" : "finished.body")}</p>
        {onAgain && <div><Button onPress={onAgain}>{t("finished.again")}</Button></div>}
      </div>
    </Page>
  );
}
