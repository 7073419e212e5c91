// Cases from outside, run by the phone's engine: `npm run cases FILE [FORM]`. The server's command parses and compiles them.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { bundled } from "./bundling.mjs";

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

const { run } = await bundled("running");
const { passed, disagreements, skipped } = await run(JSON.parse(told.stdout));
for (const line of disagreements) console.log(line);
if (skipped > 0) console.log(`Not asked: ${skipped}, since public engines disagree about them.`);
console.log(`${passed} passed, ${disagreements.length} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`);
process.exitCode = disagreements.length > 0 ? 1 : 0;
