// What the text of a scanned square means. It is never followed: only its code counts, and only if it is for this server.
import { readCode } from "./codes";

export type Invitation = { is: "code"; code: string } | { is: "elsewhere"; host: string } | { is: "none" };

/** `here` is the host of this app, as in `location.host`. A code without an address is taken to be for here. */
export function readInvitation(text: string, here: string): Invitation {
  const address = webAddress(text);
  const written = address ? codeIn(address) : text;
  const code = written === null ? null : readCode(written);
  if (code === null) return { is: "none" };
  if (address && address.host !== here) return { is: "elsewhere", host: address.host };
  return { is: "code", code };
}

function webAddress(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null;
  }
}

function codeIn({ protocol, hash }: URL): string | null {
  const start = "#/join/";
  return /^https?:$/.test(protocol) && hash.startsWith(start) ? hash.slice(start.length) : null;
}
