// New cards, ready to be printed and cut. They are seen this once.
import { useState } from "preact/hooks";
import { rounds, type Cards, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Notice } from "../../ui";
import { Dialog, Mark } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { DeskIcon, Empty, fileName, Loaded, saveFile } from "../parts";
import { go, to } from "../routing";
import { dealt } from "./dealt";

export function CardsScreen({ org, id }: { org: string; id: string }) {
  const found = useLoad(`${org}/${id}`, () => rounds.round(org, id));
  const [isLeaving, setLeaving] = useState(false);
  const cards = dealt.of(id);
  const back = { href: to.round(org, id), label: t("rounds.one") };
  if (!cards) {
    return (
      <Screen title={t("cards.sheet")} back={back}>
        <Empty icon="cards" title={t("cards.gone")} acts={<Button kind="primary" href={to.round(org, id)}>{t("cards.toRound")}</Button>}><p>{t("cards.goneBody")}</p></Empty>
      </Screen>
    );
  }
  const done = () => {
    dealt.forget(id);
    go(to.round(org, id));
  };
  return (
    <Screen
      title={t("cards.ready", { count: cards.codes.length })} lead={t("cards.readyBody")} back={back}
      acts={<><Button kind="primary" onPress={() => print()}><DeskIcon name="print" /> {t("cards.print")}</Button><Button onPress={() => setLeaving(true)}>{t("cards.done")}</Button></>}
    >
      <div class="not-printed"><Notice tone="sun" title={t("cards.once")}><p>{t("cards.onceBody")}</p></Notice></div>
      <Loaded from={found}>{(round) => <Sheet round={round} cards={cards} />}</Loaded>
      {isLeaving && (
        <Dialog
          id="cards-leave" title={t("cards.leave")} onClose={() => setLeaving(false)}
          acts={<><Button onPress={() => setLeaving(false)}>{t("cards.notYet")}</Button><Button kind="primary" onPress={done}>{t("cards.forget")}</Button></>}
        >
          <p>{t("cards.leaveBody")}</p>
        </Dialog>
      )}
    </Screen>
  );
}

function Sheet({ round, cards: { codes, links } }: { round: RoundSummary; cards: Cards }) {
  const save = () => saveFile(new Blob([`${codes.map((code, index) => `${code}\t${links[index] ?? ""}`).join("\n")}\n`], { type: "text/plain" }), fileName(round.title, "txt"));
  const address = links[0]?.split("/#")[0] ?? location.origin;
  return (
    <>
      <div class="not-printed row"><Button kind="plain" onPress={save}><DeskIcon name="download" /> {t("cards.download")}</Button></div>
      <ul class="sheet">
        {codes.map((code) => (
          <li key={code} class="paper-card">
            <div class="paper-head"><Mark /><span>{round.title}</span></div>
            <p>{t("cards.open", { address: address.replace(/^https?:\/\//, "") })}</p>
            <p class="paper-code">{code}</p>
            <p class="paper-small">{t("cards.small")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}
