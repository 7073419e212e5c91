// An organization's age and size in words: bands, never the exact number.
import type { AgeBand, SizeBand } from "../../client/desk";
import { t } from "../../i18n/desk";

export const sizeBands: readonly SizeBand[] = ["1–19", "20–49", "50–249", "250+"];

export const sizeWords = (size: SizeBand): string => t("organization.sizeWords", { size });

export function ageWords(age: AgeBand): string {
  if (age === "<5") return t("organization.ageYoung");
  return t("organization.ageWords", { age });
}
