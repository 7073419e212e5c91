// Before the first question: who asks, what becomes of the answers, and who sees them. Nothing here is promised that is not kept.
import { useEffect, useState } from "preact/hooks";
import { interfaceLanguage } from "../../i18n";
import { t } from "../../i18n/shell";
import { prepare } from "../../logic";
import { withOffset } from "../../outbox/freezing";
import { startDraft, version, type JoinedRound } from "../../storage";
import { Button, ChoiceCard, Icon, Notice, type IconName } from "../../ui";
import { Badge } from "../../ui/more";
import { checkAgain, keptDrafts, keptOutbox, keptRounds } from "../phone/kept";
import { refresh } from "../rounds/joining";
import { firstLanguage } from "../rounds/offering";
import { isOnline } from "../phone/network";
import { speak } from "../phone/languages";
import { go, paths } from "../places/routing";
import { handing } from "../sharedphone/handing";
import { putAway } from "../sharedphone/puttingaway";
import { Shell } from "../frame/Shell";
import { MediaNotice } from "./MediaNotice";
import { isInDanger, StorageNotice } from "../frame/StorageNotice";

interface AboutRoundProps {
  joinId: string;
  /** Where the interview goes on that has just begun. */
  onBegun?: (instanceId: string) => void;
}

export function AboutRound({ joinId, onBegun = (instanceId) => go(paths.answer(instanceId)) }: AboutRoundProps) {
  const joined = keptRounds.value.find((one) => one.id === joinId);
  const isHere = useQuestions(joined);
  const [language, setLanguage] = useState<string | null>(null);
  if (!joined) return <Shell back><Notice>{t("answering.gone")}</Notice></Shell>;
  const { round } = joined;
  const chosen = language ?? firstLanguage(round.languages.map((one) => one.code));
  const choose = (code: string) => {
    setLanguage(code);
    const own = interfaceLanguage(code);
    if (own) void speak(own);
  };
  return (
    <Shell back foot={<Begin joined={joined} isHere={isHere} language={chosen} onBegun={onBegun} />}>
      <div class="stack stack-tight">
        <p class="eyebrow">{t("about.from", { organization: round.organization })}</p>
        <h1><bdi>{round.title}</bdi></h1>
        {round.invented && <div><Badge tone="sun">{t("home.invented")}</Badge></div>}
      </div>
      {isInDanger() && <StorageNotice code={joined.code} />}
      {handing.value === null && <Before joined={joined} />}
      {round.languages.length > 1 && <Languages of={round.languages} chosen={chosen} onChoose={choose} />}
      <MediaNotice joined={joined} isHere={isHere} />
      <Promises joined={joined} />
      {!isInDanger() && <StorageNotice code={joined.code} />}
    </Shell>
  );
}

const AGAIN_MS = 5_000;

/** Whether the questions are on the phone; fetches what is missing, until it is here, and what has changed about the round. */
function useQuestions(joined: JoinedRound | undefined): boolean {
  const [isHere, setHere] = useState(false);
  const hash = joined?.round.version_hash;
  useEffect(() => {
    if (!joined || !hash) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = async () => {
      const text = await version(hash);
      const here = text !== null && (await prepare(text).then(() => true, () => false));
      setHere(here);
      return here;
    };
    const fetchAll = () => refresh(joined).catch(() => undefined).then(look).then((here) => {
      if (!here) timer = setTimeout(() => void fetchAll(), AGAIN_MS);
    });
    void look();
    void fetchAll();
    return () => clearTimeout(timer);
  }, [joined?.id, hash, isOnline.value]);
  return isHere;
}

interface LanguagesProps {
  of: JoinedRound["round"]["languages"];
  chosen: string;
  onChoose: (code: string) => void;
}

function Languages({ of, chosen, onChoose }: LanguagesProps) {
  return (
    <fieldset class="stack stack-tight">
      <legend class="field-label">{t("about.language")}</legend>
      {of.map(({ code, name }) => (
        <ChoiceCard key={code} name="language" value={code} chosen={code === chosen} onChoose={() => onChoose(code)}>
          <span lang={code}>{name}</span>
        </ChoiceCard>
      ))}
    </fieldset>
  );
}

function Promises({ joined: { round } }: { joined: JoinedRound }) {
  const isAnonymous = round.word === "anonymous";
  return (
    <div class="stack stack-wide">
      <Point icon="speech" title={t("about.what")}><p>{t("about.whatBody")}</p><p>{t("about.yoursBody")}</p></Point>
      <Point icon="lock" title={isAnonymous ? t("about.anonymous") : t("about.confidential")}>
        <p>{isAnonymous ? t("about.anonymousBody") : t("about.confidentialBody")}</p>
      </Point>
      <Point icon="list" title={t("about.who")}>
        <p>{t("about.whoResearch", { organization: round.organization })}</p>
        <p>{t("about.whoLeaders")} {t("about.whoGroups", { count: round.k })}</p>
      </Point>
      <Point icon="phone" title={t("about.phone")}><p>{t("about.phoneBody")}</p></Point>
    </div>
  );
}

function Point({ icon, title, children }: { icon: IconName; title: string; children: preact.ComponentChildren }) {
  return (
    <section class="point">
      <span class="point-icon"><Icon name={icon} /></span>
      <div class="stack stack-tight"><h2>{title}</h2>{children}</div>
    </section>
  );
}

/** What this phone already holds for the round. Interviewers begin one after another; they need no warning. */
function Before({ joined: { id, round } }: { joined: JoinedRound }) {
  const draft = keptDrafts.value.find((one) => one.joinId === id && !putAway.value.has(one.instanceId));
  const isFinished = keptOutbox.value.some((row) => row.joinId === id);
  if (draft) {
    return (
      <Notice title={t("about.someoneElse")}>
        {round.mode !== "cards" && <p>{t("about.someoneElseBody")}</p>}
        <div><Button href={paths.answer(draft.instanceId)}>{t("home.continue")}</Button></div>
      </Notice>
    );
  }
  if (!isFinished || round.mode === "interview") return null;
  return <Notice title={t("about.answeredBefore")}>{round.mode === "open_link" && t("about.answeredBeforeBody")}</Notice>;
}

interface BeginProps {
  joined: JoinedRound;
  isHere: boolean;
  language: string;
  onBegun: (instanceId: string) => void;
}

function Begin({ joined, isHere, language, onBegun }: BeginProps) {
  const [isBusy, setBusy] = useState(false);
  const { id, round } = joined;
  const isUsed = round.mode === "cards" && [...keptDrafts.value, ...keptOutbox.value].some((one) => one.joinId === id);
  if (isUsed) return null;
  if (round.state === "closed") return <Notice title={t("about.closed")}>{t("about.closedBody")}</Notice>;
  if (!isHere) return <Notice icon="wait" title={t("about.wait")} heard>{t("about.waitBody")}</Notice>;
  const begin = async () => {
    setBusy(true);
    try {
      const draft = await startDraft({ joined, language, consent: { word: round.word, agreed: true }, startedAt: withOffset(new Date()) });
      onBegun(draft.instanceId);
    } catch {
      await checkAgain(); // says what is wrong with this phone
    } finally {
      setBusy(false);
    }
  };
  return <Button kind="primary" wide disabled={isBusy} onPress={() => void begin()}>{t("about.agree")}</Button>;
}
