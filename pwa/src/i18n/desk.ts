// What the desk says; loaded with the desk, never by a phone.
import { desk as others } from "virtual:languages";
import english from "virtual:words/en/desk";
import { translator } from "./translate";
import type { Words } from "./words";

export const t = translator<Words["desk"]>(english, others);

/** The keys of these messages, for tables that map a state to its words. */
export type DeskKey = keyof Words["desk"];
