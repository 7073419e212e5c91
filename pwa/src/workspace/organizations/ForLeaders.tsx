// What a leader finds: where takeaways will stand, and why there are no rows.
import { t } from "../../i18n/desk";
import { Icon } from "../../ui";
import { Card } from "../../ui/more";
import { DeskIcon } from "../parts";

export function ForLeaders() {
  return (
    <div class="columns">
      <Card labelledBy="leader-comes">
        <span class="empty-icon"><DeskIcon name="lead" /></span>
        <h2 id="leader-comes">{t("leader.title")}</h2>
        <p>{t("leader.body")}</p>
        <p class="soft">{t("leader.when")}</p>
      </Card>
      <Card labelledBy="leader-never">
        <span class="empty-icon"><Icon name="lock" /></span>
        <h2 id="leader-never">{t("leader.never")}</h2>
        <p>{t("leader.why")}</p>
        <ul class="ticks soft">
          <li>{t("leader.noRows")}</li>
          <li>{t("leader.noWho")}</li>
          <li>{t("leader.noLive")}</li>
        </ul>
        <p class="soft small">{t("leader.onDisk")}</p>
      </Card>
    </div>
  );
}
