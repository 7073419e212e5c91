// Says when something of a round was set aside: stored, and not lost.
import { rounds, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Notice } from "../../ui";
import { useLoad } from "../loading";
import { to } from "../routing";

export function SetAside({ org, round }: { org: string; round: RoundSummary }) {
  const { load } = useLoad(round.id, async () => {
    const [odd, clashing] = await Promise.all([rounds.quarantine(org, round.id), rounds.conflicts(org, round.id)]);
    return { hasOdd: odd.items.length > 0, hasClashing: clashing.items.length > 0 };
  });
  if (load.state !== "ready" || !(load.value.hasOdd || load.value.hasClashing)) return null;
  return (
    <Notice tone="sun" title={t("aside.title")}>
      <p>{t("aside.body")}</p>
      {load.value.hasOdd && <p><a href={to.quarantine(org, round.id)}>{t("aside.quarantine")}</a></p>}
      {load.value.hasClashing && <p><a href={to.conflicts(org, round.id)}>{t("aside.conflicts")}</a></p>}
    </Notice>
  );
}
