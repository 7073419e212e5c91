// Who is signed in, as what, and the way out.
import type { Me } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { useAct } from "../loading";
import { Failure, listed, Menu } from "../parts";
import { to } from "../routing";
import { rolesIn, signOut } from "../session";
import { roleName } from "../words";

export function MemberMenu({ me: { member }, org }: { me: Me; org: string | undefined }) {
  const leaving = useAct(signOut);
  const roles = org === undefined ? [] : rolesIn(org);
  return (
    <Menu id="member-menu" name={t("frame.you", { name: member.name })} face={<span class="initials" aria-hidden="true">{initials(member.name)}</span>}>
      <div class="menu-person">
        <p class="menu-name">{member.name}</p>
        <p class="soft small">{member.email}</p>
        {roles.length > 0 && <p class="soft small">{t("frame.hereAs", { roles: listed(roles.map(roleName)) })}</p>}
      </div>
      <ul class="menu-list">
        <li><a class="menu-item" href={to.you}>{t("frame.toYou")}</a></li>
        <li><a class="menu-item" href="#/">{t("frame.toPhone")}</a></li>
      </ul>
      <Failure failure={leaving.failure} />
      <Button wide disabled={leaving.isBusy} onPress={leaving.run}>{t("signOut")}</Button>
    </Menu>
  );
}

/** The first letters of the first and the last word of a name. */
function initials(name: string): string {
  const words = name.split(/\s+/).filter(Boolean);
  const letters = [words[0], words.length > 1 ? words.at(-1) : undefined].map((word) => word?.codePointAt(0) ?? 0x20);
  return String.fromCodePoint(...letters).trim().toLocaleUpperCase();
}
