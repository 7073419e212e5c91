// What an operator finds: people to look after, and a word on what stays closed.
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Card } from "../../ui/more";
import { to } from "../routing";

export function ForOperators({ org }: { org: string }) {
  return (
    <Card labelledBy="operator-title">
      <h2 id="operator-title">{t("operator.title")}</h2>
      <p>{t("operator.body")}</p>
      <div><Button kind="primary" href={to.members(org)}>{t("operator.members")}</Button></div>
    </Card>
  );
}
