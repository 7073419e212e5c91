// Signing in, with a password. Those who came to answer are shown where to go instead.
import { useState } from "preact/hooks";
import { t } from "../../i18n/desk";
import { Button, Notice, TextField } from "../../ui";
import { Card, Mark } from "../../ui/more";
import { useAct } from "../loading";
import { Failure } from "../parts";
import { signIn, signOut } from "../session";
import { LanguageChoice } from "./LanguageChoice";

interface SignInProps {
  /** A session has ended under an open screen, which waits behind this one. */
  ended?: boolean;
  email?: string;
}

export function SignIn({ ended = false, email: known = "" }: SignInProps) {
  const [email, setEmail] = useState(known);
  const [password, setPassword] = useState("");
  const entering = useAct(() => signIn(email.trim(), password));
  const leaving = useAct(signOut);
  return (
    <main class="sign-in">
      <div class="sign-in-mark"><Mark /><span>{t("desk.app")}</span></div>
      <Card labelledBy="sign-in-title">
        <h1 id="sign-in-title">{ended ? t("signIn.again") : t("signIn.title")}</h1>
        <p class="soft">{ended ? t("signIn.againBody") : t("signIn.body")}</p>
        <form class="stack" onSubmit={(event) => { event.preventDefault(); entering.run(); }}>
          <TextField id="email" type="email" label={t("signIn.email")} value={email} onInput={setEmail} autocomplete="username" inputMode="email" required />
          <TextField id="password" type="password" label={t("signIn.password")} value={password} onInput={setPassword} autocomplete="current-password" required />
          <Failure failure={entering.failure} />
          <Button kind="primary" type="submit" wide disabled={entering.isBusy}>{entering.isBusy ? t("signIn.busy") : t("signIn.go")}</Button>
          {ended && <Button kind="plain" onPress={leaving.run}>{t("signIn.other")}</Button>}
        </form>
      </Card>
      {!ended && <Notice icon="phone" title={t("signIn.answer")}><p>{t("signIn.answerBody")}</p><p><a href="#/">{t("signIn.toCode")}</a></p></Notice>}
      <LanguageChoice />
    </main>
  );
}
