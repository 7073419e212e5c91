// The quick exit: the screen is covered, what is typed is kept, and a plain page takes the place of this one. Back does not return here.
import { language, t } from "../../i18n";
import { settleAll } from "../../interview";
import { route } from "../places/routing";
import { noteLeft } from "./away";

/** Plain pages of our own, by language: they work offline and call nobody. */
const plainPages: Readonly<Record<string, string>> = { es: "/plain.es.html" };
const PLAIN_PAGE = "/plain.html";
const PRESSES = 3;
const WITHIN_MS = 1_500;
const LONGEST_WAIT_MS = 2_000;

let isLeaving = false;

/** Listen for Escape, pressed three times quickly. Not at the desk: it has no covered screens. */
export function startQuickExit(): void {
  let presses: number[] = [];
  addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || event.repeat) return;
    presses = [...presses, event.timeStamp].filter((press) => event.timeStamp - press < WITHIN_MS);
    if (presses.length >= PRESSES && route.value.at !== "desk") void leaveQuickly();
  }, { capture: true });
}

/**
 * Cover the screen at once; leave as soon as everything is on disk. What cannot be kept stays, covered, until someone taps.
 * Asked for again meanwhile, it does not begin again.
 */
export async function leaveQuickly(): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  const uncover = cover();
  const isKept = await Promise.race([settleAll(), new Promise<false>((late) => setTimeout(late, LONGEST_WAIT_MS, false))]);
  if (!isKept) {
    addEventListener("click", uncover, { once: true, capture: true });
    return;
  }
  noteLeft(plainPage());
  location.replace(plainPage());
}

function cover(): () => void {
  const { title } = document;
  document.documentElement.toggleAttribute("data-covered", true);
  document.title = t("app.neutralName");
  return () => {
    isLeaving = false;
    document.documentElement.toggleAttribute("data-covered", false);
    document.title = title;
  };
}

/** Without a worker and without a network our own page cannot be had; the browser's empty one always can. */
function plainPage(): string {
  const isKept = Boolean((navigator as Partial<Navigator>).serviceWorker?.controller);
  return isKept || navigator.onLine ? (plainPages[language.value] ?? PLAIN_PAGE) : "about:blank";
}
