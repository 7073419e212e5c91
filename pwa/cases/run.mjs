// Cases from outside, run by the phone's engine: `npm run cases FILE [FORM]`. The server's command parses and compiles them.
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const [file, form] = process.argv.slice(2);
if (!file) {
  console.error("Name a file of cases: npm run cases FILE [FORM]");
  process.exit(2);
}

const own = here("../../.venv/bin/askwell");
const command = existsSync(own) ? own : "askwell";
const told = spawnSync(command, ["logic", "prepare-cases", file, ...(form ? ["--form", form] : [])], { encoding: "utf8", maxBuffer: 2 ** 30 });
if (told.status !== 0) {
  console.error(told.error ? `The command askwell was not found: ${told.error.message}` : told.stderr.trim());
  process.exit(2);
}

const fromVite = createRequire(createRequire(here("../package.json")).resolve("vite"));
const { rolldown } = await import(pathToFileURL(fromVite.resolve("rolldown")).href);
const built = await rolldown({ input: here("running.ts") });
const folder = mkdtempSync(join(tmpdir(), "askwell-cases-"));
process.on("exit", () => rmSync(folder, { recursive: true }));
await built.write({ file: join(folder, "running.mjs"), format: "es", codeSplitting: false });
const { run } = await import(pathToFileURL(join(folder, "running.mjs")).href);

const { passed, disagreements, skipped } = await run(JSON.parse(told.stdout));
for (const line of disagreements) console.log(line);
if (skipped > 0) console.log(`Not asked: ${skipped}, since public engines disagree about them.`);
console.log(`${passed} passed, ${disagreements.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = disagreements.length > 0 ? 1 : 0;
