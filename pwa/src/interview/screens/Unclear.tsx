// What is to be done about something that was entered and is no answer yet.
import { t } from "../../i18n/further";
import type { Node } from "../../logic";
import type { Conducting } from "../conduct/conducting";
import { looksLike } from "../questions/props";
import { placesLacking, readPlaces, readUnfinished } from "../questions/places";

const words: Readonly<Record<string, (unclear: string, node: Node) => string>> = {
  integer: () => t("number.whole"),
  date: (_, node) => t(looksLike(node, "month-year") ? "date.monthToo" : "date.year"),
  dateTime: () => t("dateTime.both"),
  geopoint: () => t("place.typeBoth"),
  geotrace: (unclear) => placesWanted(unclear, false),
  geoshape: (unclear) => placesWanted(unclear, true),
};

export function Unclear({ on, path, node }: { on: Conducting; path: string; node: Node }) {
  return <>{(words[node.type] ?? (() => t("number.any")))(on.answers.unclear(path) ?? "", node)}</>;
}

function placesWanted(unclear: string, isArea: boolean): string {
  const { places, latitude, longitude } = readUnfinished(unclear) ?? { places: "", latitude: "", longitude: "" };
  if (latitude + longitude !== "") return t("trace.typed");
  return t("trace.few", { count: placesLacking(readPlaces(places, isArea).length, isArea) });
}
