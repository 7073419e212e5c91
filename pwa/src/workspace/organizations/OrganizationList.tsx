// All organizations one may see: one's own, or, for operators, every one.
import { allOf, identity, type Organization } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Badge } from "../../ui/more";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { Empty, Loaded, listed } from "../parts";
import { to } from "../routing";
import { session } from "../session";
import { ageWords, sizeWords } from "./bands";

export function OrganizationList() {
  const now = session.value;
  const isOperator = now.state === "in" && now.me.member.operator;
  const found = useLoad("organizations", () => allOf(identity.organizations));
  const create = isOperator && <Button kind="primary" icon="plus" href={to.newOrganization}>{t("organizations.create")}</Button>;
  return (
    <Screen title={t("organizations.title")} lead={isOperator ? t("organizations.operatorLead") : t("organizations.lead")} acts={create}>
      <Loaded from={found}>
        {(organizations) => organizations.length === 0
          ? <Empty icon="organization" title={t("organizations.none")} acts={create}><p>{isOperator ? t("organizations.noneOperator") : t("organizations.noneBody")}</p></Empty>
          : <ul class="rows">{organizations.map((organization) => <Row key={organization.id} organization={organization} />)}</ul>}
      </Loaded>
    </Screen>
  );
}

function Row({ organization }: { organization: Organization }) {
  const { id, name, sector, size_band: size, age_band: age, invented } = organization;
  const facts = [sector, size && sizeWords(size), age && ageWords(age)].filter((fact) => fact !== null && fact !== "");
  return (
    <li>
      <a class="row-link" href={to.start(id)}>
        <span class="row-title">{name}</span>
        {invented && <Badge tone="sun">{t("organization.invented")}</Badge>}
        <span class="row-more soft">{listed(facts.map(String))}</span>
      </a>
    </li>
  );
}
