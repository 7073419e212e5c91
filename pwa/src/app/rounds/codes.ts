// Codes as people type them: Crockford's base 32, 10 characters for a round, 20 for a card. The server reads them the same way.
const ALPHABET = /^[0-9A-HJKMNP-TV-Z]+$/;
const IGNORED = /[-\s\u2010-\u2014\u00a0]/g;

/** What was typed, where case, spaces, dashes and look-alikes do not matter. */
export function plainly(typed: string): string {
  return typed.replace(IGNORED, "").toUpperCase().replace(/O/g, "0").replace(/[IL]/g, "1");
}

/** What was meant by what was typed, or null when it cannot be a code. A pasted link counts by its code. */
export function readCode(typed: string): string | null {
  const last = typed.includes("#/join/") ? (typed.split("#/join/").pop() ?? "") : typed;
  const code = plainly(last);
  return (code.length === 10 || code.length === 20) && ALPHABET.test(code) ? code : null;
}

/** In groups of five, as it is printed. */
export function showCode(code: string): string {
  return code.match(/.{1,5}/g)?.join("-") ?? code;
}

/** Eight characters of a hash that two people can compare by voice. */
export function receiptCode(sha256: string): string {
  return `${sha256.slice(0, 4)}-${sha256.slice(4, 8)}`.toUpperCase();
}
