// Hands the phone over, and takes it back.
import { keepSetting } from "../../storage";
import { HANDING, handing, isGivenBack, type Handing } from "./handing";

export async function handOver(joinId: string, instanceId: string | null = null): Promise<void> {
  isGivenBack.value = false;
  await keep({ joinId, instanceId, freeAt: null });
}

/** The interview has begun: from now on it is this one. */
export async function bind(instanceId: string): Promise<void> {
  const { value } = handing;
  if (value) await keep({ ...value, instanceId });
}

export async function freeLater(freeAt: number): Promise<void> {
  const { value } = handing;
  if (value) await keep({ ...value, freeAt });
}

/** Also where the phone is too full to remember it: nobody is shut in. */
export async function takeBack(): Promise<void> {
  await keep(null).catch(() => undefined);
  handing.value = null;
  isGivenBack.value = false;
}

async function keep(now: Handing | null): Promise<void> {
  await keepSetting(HANDING, now ? JSON.stringify(now) : "");
  handing.value = now;
}
