// Passphrases of carried files: made here, written on paper, and typed again on another phone by a tired person.
import { showCode } from "../rounds/codes";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARACTERS = 20;
const IGNORED = /[-\s\u2010-\u2014\u00a0]/g;
/** Of one's own, in letters and digits. */
export const SHORTEST = 12;

/** A new one: 100 random bits, in groups of five. */
export function newPassphrase(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(CHARACTERS));
  return showCode(Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length] ?? "").join(""));
}

/** What was meant: case, spaces, dashes and look-alikes do not matter. The same on both phones, whoever chose the words. */
export function meant(typed: string): string {
  return typed.normalize("NFKC").replace(IGNORED, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
}
