// What the screens around an interview say: joining, home, receipts, settings. They use the words of the interview, too.
import { shell as others } from "virtual:languages";
import english from "virtual:words/en/shell";
import { discreet, t as phone } from "./index";
import { translator } from "./translate";
import type { Words } from "./words";

type Both = Words["phone"] & Words["shell"];

export const t = discreet(translator<Both>(english, others, phone as (key: string, values: object) => string));

/** The keys of these messages, for tables that map a state to its words. */
export type ShellKey = keyof Both;
