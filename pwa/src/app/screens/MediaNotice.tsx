// What belongs to the questions and comes after them: how much it is, and how much is here.
import { useEffect } from "preact/hooks";
import { language } from "../../i18n";
import { t } from "../../i18n/shell";
import type { JoinedRound } from "../../storage";
import { Button, Notice } from "../../ui";
import { isOnline } from "../phone/network";
import { fetchMedia, supplies } from "../rounds/media";

export function MediaNotice({ joined, isHere }: { joined: JoinedRound; isHere: boolean }) {
  const supply = supplies.value[joined.round.version_hash];
  useEffect(() => {
    if (isHere) void fetchMedia(joined).catch(() => undefined);
  }, [joined.id, joined.round.version_hash, isHere, isOnline.value]);
  if (!supply) return null;
  const { count, have, size, state } = supply;
  return (
    <Notice icon={state === "here" ? "check" : "wait"} title={t("about.media", { count, size: inWords(size) })}>
      {state === "coming" && <progress class="supply" max={count} value={have} aria-label={t("about.mediaComing", { have, count })} />}
      <p role="status">{said[state]({ have, count })}</p>
      {state === "waiting" && isOnline.value && <div><Button onPress={() => void fetchMedia(joined, true).catch(() => undefined)}>{t("about.mediaLoad")}</Button></div>}
    </Notice>
  );
}

const said = {
  here: () => t("about.mediaAll"),
  coming: (counted: { have: number; count: number }) => t("about.mediaComing", counted),
  waiting: (counted: { have: number; count: number }) => `${t("about.mediaComing", counted)} ${t("about.mediaWait")}`,
  full: () => t("about.mediaFull"),
};

function inWords(bytes: number): string {
  const isLarge = bytes >= 1_000_000;
  const amount = isLarge ? bytes / 1_000_000 : Math.max(1, Math.round(bytes / 1_000));
  return new Intl.NumberFormat(language.value, { style: "unit", unit: isLarge ? "megabyte" : "kilobyte", maximumFractionDigits: 1 }).format(amount);
}
