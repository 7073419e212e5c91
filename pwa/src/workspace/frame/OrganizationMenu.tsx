// Whose desk this is, and the way to the others one belongs to.
import { identity, type Me } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Icon } from "../../ui";
import { useLoad } from "../loading";
import { Menu } from "../parts";
import { to } from "../routing";

export function OrganizationMenu({ me, org }: { me: Me; org: string | undefined }) {
  const here = me.memberships.find(({ org_id }) => org_id === org);
  const name = here ? here.organization : org === undefined ? t("desk.title") : <NameOf key={org} org={org} />;
  if (me.memberships.length < 2 && !me.member.operator) return <span class="desk-org">{name}</span>;
  return (
    <Menu id="organization-menu" name={t("frame.switch", { organization: here?.organization ?? t("desk.title") })} face={<span class="desk-org">{name}</span>}>
      {me.memberships.length > 0 && <p class="eyebrow">{t("frame.yours")}</p>}
      <ul class="menu-list">
        {me.memberships.map(({ org_id, organization }) => (
          <li key={org_id}>
            <a class="menu-item" href={to.start(org_id)} aria-current={org_id === org ? "true" : undefined}>
              <span>{organization}</span>{org_id === org && <Icon name="check" />}
            </a>
          </li>
        ))}
        {me.member.operator && <li><a class="menu-item" href={to.organizations}>{t("frame.allOrganizations")}</a></li>}
      </ul>
    </Menu>
  );
}

/** An operator looks at organizations without belonging to them. */
function NameOf({ org }: { org: string }) {
  const { load } = useLoad(org, () => identity.organization(org));
  return <>{load.state === "ready" ? load.value.name : t("desk.title")}</>;
}
