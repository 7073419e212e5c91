// What the desk says; loaded with the desk, never by a phone.
import { en } from "./messages/desk.en";
import { es } from "./messages/desk.es";
import { translator } from "./translate";

export const t = translator({ en, es });

/** The keys of the desk's messages, for tables that map a state to its words. */
export type DeskKey = keyof typeof en;
