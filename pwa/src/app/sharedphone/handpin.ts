// The PIN that leads back from a phone that was handed over. It guards a way, it seals nothing.
import { keepSetting, setting, type Pinned } from "../../storage";

const NAME = "hand-pin";
const PURPOSE = "askwell-handing/1";

export const HANDING_TRIES = "handing";

const pins = () => import("../../storage/pins");

export async function hasHandPin(): Promise<boolean> {
  return Boolean(await setting(NAME).catch(() => null));
}

export async function setHandPin(pin: string): Promise<void> {
  const { kept } = await (await pins()).pinned(pin, PURPOSE);
  await keepSetting(NAME, JSON.stringify(kept));
}

export async function isHandPin(pin: string): Promise<boolean> {
  const kept = await setting(NAME);
  return kept ? (await (await pins()).unpinned(JSON.parse(kept) as Pinned, pin, PURPOSE)) !== null : true;
}

export async function forgetHandPin(): Promise<void> {
  await keepSetting(NAME, "");
}
