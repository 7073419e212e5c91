// Choices about the app on this phone.
import { announce } from "./changes";
import { read, write } from "./database";

export async function setting(name: string): Promise<string | null> {
  return (await read(["settings"], (rows) => rows.get("settings", name)))?.value ?? null;
}

export async function keepSetting(name: string, value: string): Promise<void> {
  await write(["settings"], (rows) => rows.put("settings", { name, value }));
  announce({ store: "settings", id: name });
}
