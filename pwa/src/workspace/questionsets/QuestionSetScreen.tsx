// One question set: as the phone shows it, what is wrong with it, its rows, and what was published.
import { useState } from "preact/hooks";
import { questionSets, type QuestionSet, type VersionSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Notice } from "../../ui";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { Loaded, listed, Tabs } from "../parts";
import { setTabs, to, type SetTab } from "../routing";
import { mayIn } from "../session";
import { CheckTab } from "./CheckTab";
import { DraftTab } from "./DraftTab";
import { MediaTab } from "./MediaTab";
import { PhoneTab } from "./PhoneTab";
import { PublishDialog } from "./PublishDialog";
import { SetBadges } from "./QuestionSetList";
import { typedOf } from "./unsaved";
import { VersionsTab } from "./VersionsTab";

const tabNames = { phone: "set.phone", check: "set.check", draft: "set.draft", media: "set.media", versions: "set.versions" } as const;

export function QuestionSetScreen({ org, id, tab }: { org: string; id: string; tab: SetTab }) {
  const found = useLoad(`${org}/${id}`, () => questionSets.questionSet(org, id));
  if (found.load.state === "ready") return <Known org={org} set={found.load.value} tab={tab} onSaved={found.put} onPublished={found.again} />;
  return <Screen title={t("sets.one")} back={{ href: to.questionSets(org), label: t("sets.title") }}><Loaded from={found}>{() => null}</Loaded></Screen>;
}

interface KnownProps extends ViewProps {
  onPublished: () => void;
}

function Known({ org, set, tab, onSaved, onPublished }: KnownProps) {
  const [isPublishing, setPublishing] = useState(false);
  const [published, setPublished] = useState<VersionSummary | null>(null);
  const may = mayIn(org);
  const canPublish = set.draft_changed && may("publish");
  const acts = (
    <>
      {set.latest_version && may("open_rounds") && <Button kind={canPublish ? "outline" : "primary"} href={to.openRound(org, set.latest_version.id)}>{t("set.openRound")}</Button>}
      {canPublish && <Button kind="primary" onPress={() => setPublishing(true)}>{t("set.publish")}</Button>}
    </>
  );
  return (
    <Screen
      title={set.title} back={{ href: to.questionSets(org), label: t("sets.title") }} beside={<SetBadges set={set} />} acts={acts}
      lead={`${t("sets.questions", { count: set.questions })} · ${listed(set.languages.map(({ name }) => name))}`}
    >
      {published && <PublishedNotice version={published} />}
      {typedOf(set.id) && tab !== "draft" && <Notice tone="sun">{t("draft.unsaved")} <a href={to.questionSet(org, set.id, "draft")}>{t("draft.toUnsaved")}</a></Notice>}
      <Tabs label={t("set.views")} items={setTabs.map((name) => ({ href: to.questionSet(org, set.id, name), label: t(tabNames[name]), isHere: name === tab }))} />
      <View org={org} set={set} tab={tab} onSaved={onSaved} onChanged={onPublished} />
      {isPublishing && <PublishDialog org={org} set={set} onClose={() => setPublishing(false)} onDone={(version) => { setPublishing(false); setPublished(version); onPublished(); }} />}
    </Screen>
  );
}

interface ViewProps {
  org: string;
  set: QuestionSet;
  tab: SetTab;
  onSaved: (set: QuestionSet) => void;
}

function View({ org, set, tab, onSaved, onChanged }: ViewProps & { onChanged: () => void }) {
  switch (tab) {
    case "phone": return <PhoneTab org={org} set={set} />;
    case "check": return <CheckTab org={org} set={set} onSaved={onSaved} />;
    case "draft": return <DraftTab org={org} set={set} onSaved={onSaved} />;
    case "media": return <MediaTab org={org} set={set} onChanged={onChanged} />;
    case "versions": return <VersionsTab org={org} set={set} />;
  }
}

function PublishedNotice({ version }: { version: VersionSummary }) {
  return <Notice icon="check" heard title={t("publish.done", { number: version.number })}><p>{t("publish.doneBody")}</p></Notice>;
}
