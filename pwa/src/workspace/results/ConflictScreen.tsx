// Two different contents that came under one id: both are here, neither has won.
import { allOf, rounds, type Conflicting } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Notice } from "../../ui";
import { Card } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { Empty, Loaded } from "../parts";
import { to } from "../routing";
import { Raw } from "./Raw";

export function ConflictScreen({ org, id }: { org: string; id: string }) {
  const found = useLoad(`${org}/${id}`, () => allOf((cursor) => rounds.conflicts(org, id, cursor)));
  return (
    <Screen title={t("conflicts.title")} lead={t("conflicts.lead")} back={{ href: to.results(org, id), label: t("results.title") }}>
      <Loaded from={found}>
        {(items) => items.length === 0
          ? <Empty icon="questions" title={t("conflicts.none")}><p>{t("conflicts.noneBody")}</p></Empty>
          : <><Notice>{t("conflicts.kept")}</Notice><ul class="stack">{items.map((item) => <li key={item.other.sha256}><Pair item={item} /></li>)}</ul></>}
      </Loaded>
    </Screen>
  );
}

function Pair({ item: { instance_id: id, kept, other } }: { item: Conflicting }) {
  return (
    <Card>
      <div class="columns">
        {[{ title: t("conflicts.first"), ...kept }, { title: t("conflicts.other"), ...other }].map(({ title, sha256, content }) => (
          <section key={title} class="stack stack-tight"><h2>{title}</h2><p class="soft small"><code>{sha256.slice(0, 12)}</code></p><Raw id={`${id}-${sha256}`} content={content} isOpen /></section>
        ))}
      </div>
    </Card>
  );
}
