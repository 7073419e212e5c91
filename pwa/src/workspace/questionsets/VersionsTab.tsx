// What was published, the newest first.
import { allOf, questionSets, type QuestionSet, type VersionSummary } from "../../client/desk";
import { showDate } from "../../i18n";
import { t } from "../../i18n/desk";
import { Button } from "../../ui";
import { useAct, useLoad } from "../loading";
import { Empty, Failure, fileName, listed, Loaded, saveFile } from "../parts";
import { to } from "../routing";
import { mayIn } from "../session";

export function VersionsTab({ org, set }: { org: string; set: QuestionSet }) {
  const found = useLoad(`${set.id}/${set.latest_version?.number ?? 0}`, () => allOf((cursor) => questionSets.versions(org, set.id, cursor)));
  return (
    <Loaded from={found}>
      {(versions) => versions.length === 0
        ? <Empty icon="questions" title={t("versions.none")}><p>{t("versions.noneBody")}</p></Empty>
        : <ul class="rows">{versions.map((version) => <VersionRow key={version.id} org={org} set={set} version={version} />)}</ul>}
    </Loaded>
  );
}

function VersionRow({ org, set, version }: { org: string; set: QuestionSet; version: VersionSummary }) {
  const saving = useAct(async () => {
    saveFile(await questionSets.versionXform(org, set.id, version.id), fileName(`${version.title} ${version.number}`, "xml"));
  });
  return (
    <li class="row-still">
      <div class="row-words">
        <p class="row-title"><a href={to.version(org, set.id, version.id)}>{t("sets.version", { number: version.number })}</a></p>
        <p class="soft">{version.title} · {showDate(version.published_at)} · {t("sets.questions", { count: version.questions })} · {listed(version.languages.map(({ name }) => name))}</p>
        <p class="soft small">{t("versions.hash")} <code>{version.version_hash.slice(0, 12)}</code></p>
        <Failure failure={saving.failure} />
      </div>
      <div class="row-acts">
        <Button kind="plain" disabled={saving.isBusy} onPress={saving.run}>{t("versions.xform")}</Button>
        {mayIn(org)("open_rounds") && version.id === set.latest_version?.id && <Button href={to.openRound(org, version.id)}>{t("set.openRound")}</Button>}
      </div>
    </li>
  );
}
