// Which way languages are written; also asked when the app is built.
const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ku", "ps", "sd", "ug", "ur", "yi"]);

/** The part of a language tag that names the language: `es-MX` → `es`. */
export const stem = (code: string): string => code.toLowerCase().split(/[-_]/)[0] ?? "";

/** Which way a language is written. */
export function directionOf(code: string): "ltr" | "rtl" {
  return rightToLeft.has(stem(code)) ? "rtl" : "ltr";
}
