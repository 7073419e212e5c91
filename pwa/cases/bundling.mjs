// One of these modules with everything it imports, as a module that Node can run.
import { mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));

export async function bundled(name) {
  const fromVite = createRequire(createRequire(here("../package.json")).resolve("vite"));
  const { rolldown } = await import(pathToFileURL(fromVite.resolve("rolldown")).href);
  const built = await rolldown({ input: here(`${name}.ts`) });
  const folder = mkdtempSync(join(tmpdir(), "askwell-cases-"));
  process.on("exit", () => rmSync(folder, { recursive: true }));
  await built.write({ file: join(folder, `${name}.mjs`), format: "es", codeSplitting: false });
  return import(pathToFileURL(join(folder, `${name}.mjs`)).href);
}
