// Finds out whether this is a private window, which forgets everything when it is closed. Browsers do not say so, but some of them
// refuse a private window files of its own. Chromium does not: there nobody can tell.
import { write } from "./database";

export async function forgetsWhenClosed(): Promise<boolean> {
  // Missing on plain http and in older browsers, whatever the type says.
  const manager = (navigator as Partial<Navigator>).storage as Partial<StorageManager> | undefined;
  if (!manager?.getDirectory) return !(await keepsFiles());
  return manager.getDirectory().then(() => false, () => true);
}

/** WebKit's private windows keep bytes, but no files among them. */
async function keepsFiles(): Promise<boolean> {
  const id = "file";
  try {
    await write(["probes"], (rows) => rows.put("probes", { id, bytes: new Blob(["?"]) }));
    await write(["probes"], (rows) => rows.remove("probes", id));
    return true;
  } catch {
    return false;
  }
}
