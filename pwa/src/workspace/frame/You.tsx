// The member's own page: where they belong, their language, their password.
import { useState } from "preact/hooks";
import { identity } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button, Card, Notice, TextField } from "../../ui";
import { useAct } from "../loading";
import { Failure, listed } from "../parts";
import { to } from "../routing";
import { session } from "../session";
import { roleName } from "../words";
import { LanguageChoice } from "./LanguageChoice";
import { Screen } from "./Screen";

const SHORTEST = 12;

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
  const [current, setCurrent] = useState("");
  const [next, setNext] = useState("");
  const [isDone, setDone] = useState(false);
  const changing = useAct(async () => {
    setDone(false);
    await identity.changePassword(current, next);
    setCurrent("");
    setNext("");
    setDone(true);
  });
  return (
    <Card labelledBy="password-title">
      <h2 id="password-title">{t("you.password")}</h2>
      <form class="stack" onSubmit={(event) => { event.preventDefault(); changing.run(); }}>
        <TextField id="current" type="password" label={t("you.current")} value={current} onInput={setCurrent} autocomplete="current-password" required />
        <TextField id="next" type="password" label={t("you.next")} note={t("you.nextNote", { count: SHORTEST })} value={next} onInput={setNext} autocomplete="new-password" required />
        <Failure failure={changing.failure} />
        {isDone && <Notice icon="check" heard>{t("you.changed")}</Notice>}
        <div><Button type="submit" kind="primary" disabled={changing.isBusy || next.length < SHORTEST}>{t("you.change")}</Button></div>
      </form>
    </Card>
  );
}
