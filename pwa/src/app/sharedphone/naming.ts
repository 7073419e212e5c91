// What the app is called on this phone: its own name, or a plain one that tells a bystander nothing.
import { isNeutral } from "../../i18n";
import { opened } from "../../storage";

export const NAME = "name";
export const NEUTRAL = "neutral";

/** Go by the name that was chosen here before. */
export async function startName(): Promise<void> {
  const { settings } = await opened();
  isNeutral.value = settings.find(({ name }) => name === NAME)?.value === NEUTRAL;
  if (isNeutral.value) void import("./dressing").catch(() => undefined);
}
