// The way into a round that anyone may take: a link, a picture of it for the wall, and a code to type.
import { rounds, type RoundSummary } from "../../client/desk";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { Card } from "../../ui/more";
import { useLoad } from "../loading";
import { CopyField, DeskIcon, fileName, Loaded, saveFile } from "../parts";
import { QrPicture } from "./QrPicture";

interface InvitationProps {
  org: string;
  round: RoundSummary;
  link: string;
}

export function Invitation({ org, round, link }: InvitationProps) {
  return (
    <Card labelledBy="invite">
      <h2 id="invite">{round.state === "closed" ? t("invite.closed") : t("invite.title")}</h2>
      <p class="soft">{t(round.mode === "interview" ? "invite.interviewBody" : "invite.body")}</p>
      <div class="invite">
        <div class="stack">
          <CopyField id="link" label={t("invite.link")} value={link} />
          {round.join_code && <CopyField id="code" label={t("invite.code")} value={round.join_code} large />}
        </div>
        <QrCode org={org} round={round} />
      </div>
      <div class="poster-note only-printed"><p>{t("invite.poster", { title: round.title })}</p></div>
    </Card>
  );
}

function QrCode({ org, round }: { org: string; round: RoundSummary }) {
  const found = useLoad(round.id, () => rounds.qrCode(org, round.id));
  return (
    <div class="qr">
      <Loaded from={found}>
        {(svg) => (
          <>
            <QrPicture svg={svg} label={t("invite.qr", { title: round.title })} />
            <Button kind="plain" onPress={() => saveFile(svg, fileName(round.title, "svg"))}><DeskIcon name="download" /> {t("invite.saveQr")}</Button>
          </>
        )}
      </Loaded>
    </div>
  );
}
