// The roles a member may hold, each with what it means.
import type { MemberRole } from "../../client/desk";
import { t } from "../../i18n/desk";
import { ChoiceCard } from "../../ui";
import { roleMeaning, roleName } from "../words";

const offered: readonly MemberRole[] = ["editor", "researcher", "facilitator", "leader"];

export function RoleChoices({ roles, onChange }: { roles: MemberRole[]; onChange: (roles: MemberRole[]) => void }) {
  return (
    <fieldset class="stack stack-tight">
      <legend class="field-label">{t("members.roles")}</legend>
      {offered.map((role) => (
        <ChoiceCard
          key={role} many name="roles" value={role} chosen={roles.includes(role)}
          onChoose={(chosen) => onChange(chosen ? [...roles, role] : roles.filter((held) => held !== role))}
        >
          <span class="choice-title">{roleName(role)}</span><span class="soft small">{roleMeaning(role)}</span>
        </ChoiceCard>
      ))}
    </fieldset>
  );
}
