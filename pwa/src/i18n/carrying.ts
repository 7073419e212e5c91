// What is said where answers are carried from phone to phone in a file. Fetched with the screens that say it.
import { carrying as others } from "virtual:languages";
import english from "virtual:words/en/carrying";
import { translator } from "./translate";
import type { Words } from "./words";

export const words = translator<Words["carrying"]>(english, others);
