// Making an organization, and changing what is known about it.
import { identity, type OrganizationFacts } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Screen } from "../frame/Screen";
import { useAct, useLoad } from "../loading";
import { Loaded } from "../parts";
import { go, to } from "../routing";
import { ask } from "../session";
import { OrganizationForm } from "./OrganizationForm";

export function NewOrganization() {
  const creating = useAct(async (facts: OrganizationFacts) => {
    const made = await identity.createOrganization(facts);
    go(to.members(made.id));
  });
  return (
    <Screen title={t("organizations.create")} lead={t("organizations.createLead")} back={{ href: to.organizations, label: t("organizations.title") }}>
      <OrganizationForm deed={t("organizations.createDeed")} act={creating} mayInvent />
    </Screen>
  );
}

export function EditOrganization({ org }: { org: string }) {
  const found = useLoad(org, () => identity.organization(org));
  const changing = useAct(async (facts: OrganizationFacts) => {
    await identity.changeOrganization(org, facts);
    await ask();
    go(to.start(org));
  });
  return (
    <Screen title={t("organization.edit")} back={{ href: to.start(org), label: t("frame.start") }}>
      <Loaded from={found}>{(organization) => <OrganizationForm known={organization} deed={t("act.save")} act={changing} />}</Loaded>
    </Screen>
  );
}
