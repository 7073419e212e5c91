// How the app looks on this phone: light or dark, contrast, size of letters. As the phone wishes, until someone chooses.
import { effect, signal, type Signal } from "@preact/signals";
import { keepSetting, opened } from "../../storage";

export const schemes = ["phone", "light", "dark"] as const;
export const contrasts = ["phone", "more"] as const;
export const letters = ["usual", "large", "largest"] as const;

export type Scheme = (typeof schemes)[number];
export type Contrast = (typeof contrasts)[number];
export type Letters = (typeof letters)[number];

export const scheme = signal<Scheme>("phone");
export const contrast = signal<Contrast>("phone");
export const size = signal<Letters>("usual");

const wishes = { dark: wish("(prefers-color-scheme: dark)"), contrast: wish("(prefers-contrast: more)") };

/** Look as was chosen here before. What the styles read stands on the root element. */
export async function startAppearance(): Promise<void> {
  const { settings } = await opened();
  const kept = (wanted: string) => settings.find(({ name }) => name === wanted)?.value;
  scheme.value = schemes.find((known) => known === kept("scheme")) ?? "phone";
  contrast.value = contrasts.find((known) => known === kept("contrast")) ?? "phone";
  size.value = letters.find((known) => known === kept("letters")) ?? "usual";
  effect(() => {
    const root = document.documentElement.dataset;
    const isDark = scheme.value === "phone" ? wishes.dark.value : scheme.value === "dark";
    root.scheme = isDark ? "dark" : "light";
    root.contrast = contrast.value === "more" || wishes.contrast.value ? "more" : "usual";
    root.letters = size.value;
  });
}

export const chooseScheme = (chosen: Scheme) => choose("scheme", scheme, chosen);
export const chooseContrast = (chosen: Contrast) => choose("contrast", contrast, chosen);
export const chooseLetters = (chosen: Letters) => choose("letters", size, chosen);

/** Shown once it is kept, so that what is seen is what comes back; a phone that keeps nothing shows it all the same. */
async function choose<Choice extends string>(name: string, shown: Signal<Choice>, chosen: Choice): Promise<void> {
  await keepSetting(name, chosen).catch(() => undefined);
  shown.value = chosen;
}

/** What the phone says of itself, as a signal. */
function wish(query: string) {
  const media = matchMedia(query);
  const found = signal(media.matches);
  media.addEventListener("change", () => { found.value = media.matches; });
  return found;
}
