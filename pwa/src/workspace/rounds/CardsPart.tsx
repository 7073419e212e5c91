// Cards of a round: how many were ever made, and making more. How many were used is told to nobody.
import { useState } from "preact/hooks";
import { rounds, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Notice, TextField } from "../../ui";
import { Card } from "../../ui/more";
import { useAct } from "../loading";
import { DeskIcon, Failure } from "../parts";
import { go, to } from "../routing";
import { mayIn } from "../session";
import { dealt } from "./dealt";

const MOST = 500;

export function CardsPart({ org, round }: { org: string; round: RoundSummary }) {
  const [count, setCount] = useState("30");
  const number = Number(count);
  const making = useAct(async () => {
    dealt.add(round.id, await rounds.makeCards(org, round.id, number));
    go(to.cards(org, round.id));
  });
  const isPossible = Number.isInteger(number) && number >= 1 && number <= MOST;
  const waiting = dealt.of(round.id)?.codes.length ?? 0;
  return (
    <Card labelledBy="cards-title">
      <h2 id="cards-title">{t("cards.title")}</h2>
      <p>{t("cards.body")}</p>
      <p class="soft">{t("cards.made", { count: round.cards })} {t("cards.used")}</p>
      {waiting > 0 && <Notice tone="sun" title={t("cards.waiting", { count: waiting })}><p><a href={to.cards(org, round.id)}>{t("cards.toSheet")}</a></p></Notice>}
      {round.state !== "closed" && mayIn(org)("open_rounds") && (
        <form class="field-and-button" onSubmit={(event) => { event.preventDefault(); making.run(); }}>
          <TextField id="count" short inputMode="numeric" label={t("openRound.cards")} value={count} onInput={setCount} fault={isPossible ? undefined : t("cards.most")} />
          <Button type="submit" disabled={!isPossible || making.isBusy}><DeskIcon name="cards" /> {t("cards.make")}</Button>
        </form>
      )}
      <Failure failure={making.failure} />
    </Card>
  );
}
