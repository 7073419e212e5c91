// Passphrases of carried files: made here, written on paper, and typed again on another phone by a tired person.
import { plainly, showCode } from "../rounds/codes";

const ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const CHARACTERS = 20;
/** Of one's own, in letters and digits. */
export const SHORTEST = 12;

/** A new one: 100 random bits, in groups of five. */
export function newPassphrase(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(CHARACTERS));
  return showCode(Array.from(bytes, (byte) => ALPHABET[byte % ALPHABET.length] ?? "").join(""));
}

/** What was meant, read as codes are. The same on both phones, whoever chose the words. */
export function meant(typed: string): string {
  return plainly(typed.normalize("NFKC"));
}
