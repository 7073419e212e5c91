// What the app says about phones that several people use: PINs, handing over, the plain name. Fetched with the screens that say it.
import { sharing as others } from "virtual:languages";
import english from "virtual:words/en/sharing";
import { translator } from "./translate";
import type { Words } from "./words";

export const words = translator<Words["sharing"]>(english, others);
