// The few things about the app on this phone: its language, how safely it keeps answers, its version, the way to the desk.
import { language, languages } from "../../i18n";
import { t } from "../../i18n/shell";
import { Button, ChoiceCard, Notice } from "../../ui";
import { Card } from "../../ui/more";
import { checkAgain, safety } from "../phone/kept";
import { Appearance } from "./Appearance";
import { paths } from "../places/routing";
import { speak } from "../phone/languages";
import { Shell } from "../frame/Shell";
import { StorageNotice } from "../frame/StorageNotice";
import { SharedPhone } from "../sharedphone/SharedPhone";

export function SettingsScreen() {
  return (
    <Shell back title={t("settings.title")}>
      <h1 class="only-heard">{t("settings.title")}</h1>
      <fieldset class="stack">
        <legend class="field-label">{t("settings.language")}</legend>
        {languages.map(({ code, name }) => (
          <ChoiceCard key={code} name="language" value={code} chosen={language.value === code} onChoose={() => void speak(code)}>
            <span lang={code}>{name}</span>
          </ChoiceCard>
        ))}
      </fieldset>
      <Appearance />
      <SharedPhone />
      <section class="stack" aria-labelledby="storage">
        <h2 id="storage">{t("settings.storage")}</h2>
        {safety.value === "offline-safe" ? <Notice icon="check">{t("settings.safe")}</Notice> : <StorageNotice />}
        <div><Button href={paths.carry}>{t("settings.carry")}</Button></div>
        {safety.value !== "online-only" && <div><Button onPress={() => void checkAgain()}>{t("settings.check")}</Button></div>}
      </section>
      <Card labelledBy="about">
        <h2 id="about">{t("settings.about")}</h2>
        <p class="soft">{t("settings.version", { version: __ASKWELL_VERSION__ })}</p>
        <p><a href="#/desk">{t("settings.desk")}</a></p>
      </Card>
    </Shell>
  );
}
