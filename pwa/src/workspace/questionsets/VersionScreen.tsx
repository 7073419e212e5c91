// One published version, as phones show it.
import { questionSets } from "../../client/desk";
import { t } from "../../i18n/desk";
import type { Version } from "../../logic";
import { Screen } from "../frame/Screen";
import { useLoad } from "../loading";
import { Loaded } from "../parts";
import { to } from "../routing";
import { PhoneView } from "./PhoneView";

export function VersionScreen({ org, id, version }: { org: string; id: string; version: string }) {
  const found = useLoad(version, () => questionSets.versionDocument(org, id, version) as Promise<Version>);
  const title = found.load.state === "ready" ? found.load.value.title : undefined;
  return (
    <Screen title={title ?? t("versions.one")} lead={t("versions.lead")} back={{ href: to.questionSet(org, id, "versions"), label: t("set.versions") }}>
      <Loaded from={found}>{(document) => <PhoneView version={document} medium={(sha256) => questionSets.mediumContent(org, id, sha256)} />}</Loaded>
    </Screen>
  );
}
