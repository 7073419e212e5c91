// What stands before the desk while somebody else still knows the password: choosing one's own.
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Card, Mark } from "../../ui/more";
import { useAct } from "../loading";
import { Failure } from "../parts";
import { ask, signOut } from "../session";
import { LanguageChoice } from "./LanguageChoice";
import { PasswordForm } from "./PasswordForm";

export function FirstPassword({ name }: { name: string }) {
  const leaving = useAct(signOut);
  return (
    <main class="sign-in">
      <div class="sign-in-mark"><Mark /><span>{t("desk.app")}</span></div>
      <Card labelledBy="first-password-title">
        <h1 id="first-password-title">{t("firstPassword.title")}</h1>
        <p class="soft">{t("firstPassword.body", { name })}</p>
        <PasswordForm currentLabel={t("members.password")} onChanged={ask} />
        <Failure failure={leaving.failure} />
        <Button kind="plain" disabled={leaving.isBusy} onPress={leaving.run}>{t("signOut")}</Button>
      </Card>
      <LanguageChoice />
    </main>
  );
}
