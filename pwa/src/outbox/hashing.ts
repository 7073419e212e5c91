// SHA-256 of text or bytes, in hex. Plain http has no crypto.subtle (a demonstration on a local network), so a small library steps in there.

/** The digest of bytes, or of a text's UTF-8 bytes. */
export async function sha256(content: string | Uint8Array<ArrayBuffer>): Promise<string> {
  const bytes = typeof content === "string" ? new TextEncoder().encode(content) : content;
  const subtle = (crypto as Partial<Crypto>).subtle;
  const digest = subtle ? new Uint8Array(await subtle.digest("SHA-256", bytes)) : await withoutSubtle(bytes);
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

async function withoutSubtle(bytes: Uint8Array): Promise<Uint8Array> {
  const { sha256: digest } = await import("@noble/hashes/sha2.js");
  return digest(bytes);
}
