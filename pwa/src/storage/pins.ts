// PINs: a key made from what someone remembers seals a random one. Slow on purpose, since a PIN is short.
import type { Pinned } from "./records";

/** OWASP's figure for PBKDF2 with SHA-256. Kept in each row, so that it can grow. */
const ITERATIONS = 600_000;
const SALT = 16;
const IV = 12;
/** Sealed bytes are padded to whole blocks, so that their length tells less about what was said. */
const BLOCK = 1024;

type Bytes = Uint8Array<ArrayBuffer>;

/** Plain http and old web views have no cryptography of their own; PINs are not offered there. */
export function canPin(): boolean {
  return (crypto as Partial<Crypto>).subtle !== undefined;
}

/** A new key, and what to store of it: only this PIN, and only under this name, gives it back. */
export async function pinned(pin: string, name: string): Promise<{ kept: Pinned; key: CryptoKey }> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT));
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const kept = { salt: toText(salt), iterations: ITERATIONS, key: toText(await encrypt(await keyFrom(pin, salt, ITERATIONS), raw, name)) };
  return { kept, key: await asKey(raw) };
}

/** The key again, or null when this is not the PIN. */
export async function unpinned({ salt, iterations, key }: Pinned, pin: string, name: string): Promise<CryptoKey | null> {
  const raw = await decrypt(await keyFrom(pin, toBytes(salt), iterations), toBytes(key), name);
  return raw && asKey(raw);
}

/** Seal something under a key and a name, padded to whole blocks of that many bytes. */
export async function seal(key: CryptoKey, value: unknown, name: string, block = BLOCK): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(value));
  const padded = new Uint8Array(Math.ceil(bytes.length / block) * block).fill(0x20);
  padded.set(bytes);
  return toText(await encrypt(key, padded, name));
}

/** What was sealed; null under another key or name, or when a byte of it was changed. */
export async function unseal(key: CryptoKey, sealed: string, name: string): Promise<unknown> {
  const bytes = await decrypt(key, toBytes(sealed), name);
  return bytes && JSON.parse(new TextDecoder().decode(bytes));
}

async function keyFrom(pin: string, salt: Bytes, iterations: number): Promise<CryptoKey> {
  const typed = await crypto.subtle.importKey("raw", new TextEncoder().encode(pin.normalize("NFKC").trim()), "PBKDF2", false, ["deriveKey"]);
  return crypto.subtle.deriveKey({ name: "PBKDF2", hash: "SHA-256", salt, iterations }, typed, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
}

function asKey(raw: Bytes): Promise<CryptoKey> {
  return crypto.subtle.importKey("raw", raw, "AES-GCM", false, ["encrypt", "decrypt"]);
}

/** A fresh nonce, then the bytes. The name is bound in: what belongs to one interview does not open in another. */
async function encrypt(key: CryptoKey, bytes: Bytes, name: string): Promise<Bytes> {
  const iv = crypto.getRandomValues(new Uint8Array(IV));
  const sealed = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: new TextEncoder().encode(name) }, key, bytes);
  const whole = new Uint8Array(IV + sealed.byteLength);
  whole.set(iv);
  whole.set(new Uint8Array(sealed), IV);
  return whole;
}

async function decrypt(key: CryptoKey, whole: Bytes, name: string): Promise<Bytes | null> {
  const how = { name: "AES-GCM", iv: whole.slice(0, IV), additionalData: new TextEncoder().encode(name) };
  try {
    return new Uint8Array(await crypto.subtle.decrypt(how, key, whole.slice(IV)));
  } catch {
    return null;
  }
}

function toText(bytes: Bytes): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

function toBytes(text: string): Bytes {
  return Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
}
