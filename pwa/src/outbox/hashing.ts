// SHA-256 of text, in hex. Plain http has no crypto.subtle (a demonstration on a local network), so a small library steps in there.

/** The digest of the text's UTF-8 bytes. */
export async function sha256(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text);
  const subtle = (crypto as Partial<Crypto>).subtle;
  const digest = subtle ? new Uint8Array(await subtle.digest("SHA-256", bytes)) : await withoutSubtle(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function withoutSubtle(bytes: Uint8Array): Promise<Uint8Array> {
  const { sha256: digest } = await import("@noble/hashes/sha2.js");
  return digest(bytes);
}
