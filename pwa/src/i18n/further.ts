// What the later parts of an interview say: the rarer questions, the list of all answers. They use the words of the first parts, too.
import { further as others } from "virtual:languages";
import english from "virtual:words/en/further";
import { discreet, t as phone } from "./index";
import { translator } from "./translate";
import type { Words } from "./words";

type Both = Words["phone"] & Words["further"];

export const t = discreet(translator<Both>(english, others, phone as (key: string, values: object) => string));

/** The keys of these messages, for tables that map a state to its words. */
export type FurtherKey = keyof Both;
