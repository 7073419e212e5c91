// How many have answered, in bands: never a number below k, never a person, never a time.
import { rounds, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Card } from "../../ui/more";
import { useLoad } from "../loading";
import { Loaded } from "../parts";
import { bandWords } from "../words";

const bands = ["fewer than 5", "5–9", "10–19", "20–49", "50+"];

export function ProgressPart({ org, round }: { org: string; round: RoundSummary }) {
  const found = useLoad(`${round.id}/${round.state}`, () => rounds.progress(org, round.id));
  return (
    <Card labelledBy="progress">
      <h2 id="progress">{t("progress.title")}</h2>
      <Loaded from={found}>
        {({ band }) => (
          <>
            <p class="band-words">{bandWords(band)}</p>
            <div class="band-steps" aria-hidden="true">
              {bands.map((each, index) => <span key={each} class={index <= bands.indexOf(band) ? "band-step is-reached" : "band-step"}><span>{each.replace("fewer than ", "< ")}</span></span>)}
            </div>
          </>
        )}
      </Loaded>
      <p class="soft small">{t("progress.body")}</p>
    </Card>
  );
}
