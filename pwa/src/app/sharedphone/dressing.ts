// Title, icons and manifest follow the name by which the app goes. Fetched where it goes, or is to go, by the plain one.
import { effect } from "@preact/signals";
import { isNeutral, language, t } from "../../i18n";
import { keepSetting } from "../../storage";
import { NAME, NEUTRAL } from "./naming";

const neutralManifests: Readonly<Record<string, string>> = { es: "/neutral.es.webmanifest" };

effect(() => {
  document.title = t("app.name");
  if (isNeutral.value) dress(neutralManifests[language.value] ?? "/neutral.webmanifest", "/icons/neutral");
  else dress("/manifest.webmanifest", "/icons");
});

export async function chooseName(neutral: boolean): Promise<void> {
  await keepSetting(NAME, neutral ? NEUTRAL : "").catch(() => undefined);
  isNeutral.value = neutral;
}

/** Browsers look at these when someone installs the app, and again when they change. */
function dress(manifest: string, icons: string): void {
  point("link[rel=manifest]", "href", manifest);
  point("link[rel=icon]", "href", `${icons}/icon.svg`);
  point("link[rel=apple-touch-icon]", "href", `${icons}/apple-touch-180.png`);
  point("meta[name=apple-mobile-web-app-title]", "content", t("app.name"));
}

function point(selector: string, attribute: string, to: string): void {
  const element = document.head.querySelector(selector);
  if (element && element.getAttribute(attribute) !== to) element.setAttribute(attribute, to);
}
