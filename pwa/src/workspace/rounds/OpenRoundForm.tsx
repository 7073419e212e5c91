// The form of a new round. What is fixed by opening is marked as such.
import { useState } from "preact/hooks";
import type { Mode, NewRound } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Fault, TextField } from "../../ui";
import { Card, SelectField } from "../../ui/more";
import type { Act } from "../loading";
import { Failure } from "../parts";
import { wordOfMode } from "../words";
import { ModeChoice } from "./ModeChoice";
import type { PublishedSet } from "./OpenRound";
import { today } from "./today";

interface OpenRoundFormProps {
  sets: PublishedSet[];
  version: string | null;
  act: Act<[NewRound]>;
}

const LEAST_K = 5;
const MOST_K = 100;
const MOST_CARDS = 500;

/** What has been typed so far; numbers as text, because a half-typed one is not a number yet. */
interface Wish {
  set: PublishedSet | undefined;
  /** null: the question set's own title. */
  title: string | null;
  mode: Mode;
  k: string;
  cards: string;
  opens: string;
  closes: string;
}

export function OpenRoundForm({ sets, version, act }: OpenRoundFormProps) {
  const [wish, setWish] = useState<Wish>(() => ({
    set: sets.find((set) => set.latest_version.id === version) ?? sets[0],
    title: null, mode: "open_link", k: String(LEAST_K), cards: "30", opens: today(), closes: "",
  }));
  const change = (part: Partial<Wish>) => setWish({ ...wish, ...part });
  const round = roundOf(wish);
  const part = { wish, onChange: change };
  return (
    <form class="stack stack-wide form" onSubmit={(event) => { event.preventDefault(); if (round) act.run(round); }}>
      <What {...part} sets={sets} />
      <How {...part} />
      <Safe {...part} />
      <Failure failure={act.failure} />
      <div class="stack stack-tight">
        <p class="soft small">{t(wordOfMode(wish.mode) === "anonymous" ? "openRound.fixedAnonymous" : "openRound.fixedConfidential")}</p>
        <div><Button kind="primary" type="submit" disabled={round === null || act.isBusy}>{t("openRound.deed")}</Button></div>
      </div>
    </form>
  );
}

interface PartProps {
  wish: Wish;
  onChange: (part: Partial<Wish>) => void;
}

function What({ wish, onChange, sets }: PartProps & { sets: PublishedSet[] }) {
  return (
    <Card labelledBy="what">
      <h2 id="what">{t("openRound.what")}</h2>
      <SelectField
        id="version" label={t("openRound.version")} note={t("openRound.versionNote")} value={wish.set?.latest_version.id ?? ""}
        choices={sets.map((set) => ({ value: set.latest_version.id, label: t("openRound.choice", { title: set.title, number: set.latest_version.number }) }))}
        onChoose={(id) => onChange({ set: sets.find((set) => set.latest_version.id === id) })}
      />
      <TextField id="title" label={t("openRound.title")} note={t("openRound.titleNote")} value={titleOf(wish)} onInput={(title) => onChange({ title })} required />
    </Card>
  );
}

function How({ wish: { mode, cards }, onChange }: PartProps) {
  return (
    <Card labelledBy="how">
      <h2 id="how">{t("openRound.how")}</h2>
      <ModeChoice mode={mode} onChoose={(next) => onChange({ mode: next })} />
      {mode === "cards" && (
        <TextField
          id="cards" short inputMode="numeric" label={t("openRound.cards")} note={t("openRound.cardsNote")} value={cards}
          onInput={(next) => onChange({ cards: next })} fault={isWithin(cards, 0, MOST_CARDS) ? undefined : t("cards.most")}
        />
      )}
    </Card>
  );
}

function Safe({ wish: { k, opens, closes }, onChange }: PartProps) {
  return (
    <Card labelledBy="safe">
      <h2 id="safe">{t("openRound.safe")}</h2>
      <TextField id="k" short inputMode="numeric" label={t("openRound.k")} note={t("openRound.kNote")} value={k} onInput={(next) => onChange({ k: next })} fault={isWithin(k, LEAST_K, MOST_K) ? undefined : t("openRound.kFault")} />
      <div class="form-pair">
        <TextField id="opens" type="date" label={t("openRound.opens")} value={opens} onInput={(next) => onChange({ opens: next })} />
        <TextField id="closes" type="date" label={t("openRound.closes")} value={closes} onInput={(next) => onChange({ closes: next })} />
      </div>
      <LastDay opens={opens} closes={closes} />
    </Card>
  );
}

function LastDay({ opens, closes }: { opens: string; closes: string }) {
  if (!isInOrder(opens, closes)) return <Fault id="closes-fault">{t("openRound.closesFault")}</Fault>;
  if (isOver(closes)) return <Fault id="closes-fault">{t("openRound.closesOver")}</Fault>;
  return <p class="field-note">{t("openRound.closesNote")}</p>;
}

/** The round that is wished for, or null while something is missing or wrong. */
function roundOf(wish: Wish): NewRound | null {
  const { set, mode, k, cards, opens, closes } = wish;
  const title = titleOf(wish).trim();
  const isWhole = title !== "" && isWithin(k, LEAST_K, MOST_K) && isGoodLastDay(opens, closes) && (mode !== "cards" || isWithin(cards, 0, MOST_CARDS));
  if (!set || !isWhole) return null;
  return { title, version_id: set.latest_version.id, mode, k: Number(k), opens_on: opens || null, closes_on: closes || null, cards: mode === "cards" ? Number(cards) : 0 };
}

const titleOf = ({ title, set }: Wish): string => title ?? set?.title ?? "";
const isInOrder = (opens: string, closes: string): boolean => closes === "" || closes >= opens;
const isGoodLastDay = (opens: string, closes: string): boolean => isInOrder(opens, closes) && !isOver(closes);
const isOver = (closes: string): boolean => closes !== "" && closes < today();
const isWithin = (typed: string, least: number, most: number): boolean => /^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most;
