// Submissions that were stored and not understood, as they came.
import { allOf, rounds, type Quarantined } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Notice } from "../../ui";
import { Badge, Card } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { Empty, Loaded } from "../parts";
import { to } from "../routing";
import { Raw } from "./Raw";

export function QuarantineScreen({ org, id }: { org: string; id: string }) {
  const found = useLoad(`${org}/${id}`, () => allOf((cursor) => rounds.quarantine(org, id, cursor)));
  return (
    <Screen title={t("quarantine.title")} lead={t("quarantine.lead")} back={{ href: to.results(org, id), label: t("results.title") }}>
      <Loaded from={found}>
        {(items) => items.length === 0
          ? <Empty icon="questions" title={t("quarantine.none")}><p>{t("quarantine.noneBody")}</p></Empty>
          : <><Notice>{t("quarantine.kept")}</Notice><ul class="stack">{items.map((item) => <li key={`${item.instance_id}/${item.rev}`}><Item item={item} /></li>)}</ul></>}
      </Loaded>
    </Screen>
  );
}

function Item({ item }: { item: Quarantined }) {
  return (
    <Card>
      <p class="row"><Badge tone="sun">{item.problem}</Badge>{item.late && <Badge>{t("quarantine.late")}</Badge>}</p>
      <p lang="en">{item.sentence}</p>
      <Raw id={item.instance_id} content={item.content} />
    </Card>
  );
}
