// digest and Base64.
import { RuleError } from "../values";
import { type Functions, onTexts } from "./define";
import { md5, sha1, sha256, sha384, sha512 } from "./hashing";

const HASHES: Readonly<Record<string, (bytes: Uint8Array) => Uint8Array>> = {
  MD5: md5,
  "SHA-1": sha1,
  "SHA-256": sha256,
  "SHA-384": sha384,
  "SHA-512": sha512,
};

const WRITINGS: Readonly<Record<string, (bytes: Uint8Array) => string>> = {
  base64: (bytes) => btoa(String.fromCharCode(...bytes)),
  hex: (bytes) => Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join(""),
};

const BASE64 = /^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;

/** UTF-8 text out of Base64; a blank when it is neither. */
function decoded(text: string): string {
  if (!BASE64.test(text)) return "";
  const bytes = Uint8Array.from(atob(text), (byte) => byte.charCodeAt(0));
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return "";
  }
}

export const ENCODINGS: Functions = {
  digest: onTexts(2, 3, ([text = "", algorithm = "", writing = "base64"]) => {
    const [hash, write] = [HASHES[algorithm], WRITINGS[writing]];
    if (hash === undefined || write === undefined) throw new RuleError("bad_value", `digest ${algorithm} ${writing}`);
    return write(hash(new TextEncoder().encode(text)));
  }),
  "base64-decode": onTexts(1, 1, ([text = ""]) => decoded(text)),
};
