// What the phone says, in Spanish; fetched only by phones that speak it.
import { es as phone } from "./messages/phone.es";
import { es as shell } from "./messages/shell.es";

export const es = { ...phone, ...shell } as const;
