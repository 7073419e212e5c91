// The member's own page: where they belong, their language, their password.
import { t } from "../../i18n/desk";
import { Card } from "../../ui/more";
import { listed } from "../parts";
import { to } from "../routing";
import { session } from "../session";
import { roleName } from "../words";
import { LanguageChoice } from "./LanguageChoice";
import { PasswordForm } from "./PasswordForm";
import { Screen } from "./Screen";

export function You() {
  const now = session.value;
  if (now.state !== "in") return null;
  const { member, memberships } = now.me;
  return (
    <Screen title={member.name} lead={member.email}>
      <div class="columns">
        <Card labelledBy="belongs">
          <h2 id="belongs">{t("you.belongs")}</h2>
          {member.operator && <p>{t("you.operator")}</p>}
          {memberships.length === 0 && <p class="soft">{t("you.nowhere")}</p>}
          <ul class="stack stack-tight">
            {memberships.map(({ org_id, organization, roles }) => (
              <li key={org_id}><a href={to.start(org_id)}>{organization}</a><br /><span class="soft small">{listed(roles.map(roleName))}</span></li>
            ))}
          </ul>
          <h2>{t("language")}</h2>
          <LanguageChoice />
        </Card>
        <PasswordCard />
      </div>
    </Screen>
  );
}

function PasswordCard() {
  return (
    <Card labelledBy="password-title">
      <h2 id="password-title">{t("you.password")}</h2>
      <PasswordForm currentLabel={t("you.current")} />
    </Card>
  );
}
