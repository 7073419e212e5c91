// ODK Collect as another way to ask: how it gets in, and what it does not do. Folded up, lest its picture be hung on the wall.
import { useState } from "preact/hooks";
import { rounds, type CollectAccess, type RoundSummary } from "../../client/desk";
import { t, type DeskKey } from "../../i18n/desk";
import { useLoad } from "../loading";
import { CopyField, Loaded } from "../parts";
import { QrPicture } from "./QrPicture";

interface CollectProps {
  org: string;
  round: RoundSummary;
}

const obstacles: Record<NonNullable<CollectAccess["obstacle"]>, DeskKey & `collectNot.${string}`> = {
  cards: "collectNot.cards", attachments: "collectNot.attachments", files: "collectNot.files", encrypted: "collectNot.encrypted",
};

export function CollectPart({ org, round }: CollectProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details class="how not-printed" open={isOpen} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{t("collect.title")}</summary>
      {isOpen && <div class="stack how-body"><Access org={org} round={round} /></div>}
    </details>
  );
}

function Access({ org, round }: CollectProps) {
  const found = useLoad(`${round.id}/collect`, () => rounds.collectAccess(org, round.id));
  return (
    <Loaded from={found}>
      {({ obstacle, server_url: address, with_password: password }) => (
        <>
          {obstacle !== null && <p>{t(obstacles[obstacle])}</p>}
          {address !== null && <WayIn org={org} round={round} address={address} />}
          {password !== null && <WithPassword access={password} />}
        </>
      )}
    </Loaded>
  );
}

function WayIn({ org, round, address }: CollectProps & { address: string }) {
  const found = useLoad(`${round.id}/collect-qr`, () => rounds.collectQrCode(org, round.id));
  return (
    <>
      <div class="invite">
        <div class="stack">
          <p>{t("collect.body")}</p>
          <CopyField id="collect-url" label={t("collect.url")} value={address} />
          <p class="soft small">{t("collect.urlMeans")}</p>
        </div>
        <div class="qr"><Loaded from={found}>{(svg) => <QrPicture svg={svg} label={t("collect.qr", { title: round.title })} />}</Loaded></div>
      </div>
      <p>{t("collect.lacks")}</p>
      <p>{t(round.word === "anonymous" ? "collect.anonymous" : "collect.confidential")}</p>
    </>
  );
}

function WithPassword({ access }: { access: NonNullable<CollectAccess["with_password"]> }) {
  return (
    <div class="stack">
      <p class="soft small">{t("collect.password")}</p>
      <CopyField id="collect-plain-url" label={t("collect.url")} value={access.server_url} />
      <CopyField id="collect-user" label={t("collect.user")} value={access.user_name} />
      <CopyField id="collect-password" label={t("collect.word")} value={access.password} />
    </div>
  );
}
