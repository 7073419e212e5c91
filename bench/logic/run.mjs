// How large the form engine is, how long a form takes to open, and how long an answer takes to settle.
// Run: node bench/logic/run.mjs   (after `npm ci` in pwa/; Node 22 or newer)
import { createRequire } from "node:module";
import { cpus } from "node:os";
import { performance } from "node:perf_hooks";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { answerTo, largeVersion } from "./large.mjs";

const pwa = new URL("../../pwa/", import.meta.url);
const fromPwa = createRequire(new URL("package.json", pwa));
const fromVite = createRequire(fromPwa.resolve("vite"));
const { rolldown } = await import(pathToFileURL(fromVite.resolve("rolldown")).href);

async function bundle() {
  const built = await rolldown({ input: new URL("src/logic/index.ts", pwa).pathname });
  const { output } = await built.generate({ format: "es", minify: true, codeSplitting: false });
  return output[0].code;
}

const env = { now: "2026-03-15T10:20:30.000+01:00", random: () => 0.5, uuid: () => "00000000-0000-4000-8000-000000000000", language: "en" };

const timed = (work) => {
  const start = performance.now();
  work();
  return performance.now() - start;
};
const quantile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];
const shown = (times) => `first ${times[0].toFixed(2)}  median ${quantile(times, 0.5).toFixed(3)}  p99 ${quantile(times, 0.99).toFixed(3)}  max ${Math.max(...times).toFixed(2)} ms`;

const code = await bundle();
console.log(`engine: ${code.length} bytes minified, ${gzipSync(code, { level: 9 }).length} bytes gzip`);
const { load, prepareAll, questions } = await import(`data:text/javascript,${encodeURIComponent(code)}`);
await prepareAll();
console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}`);

for (const size of [500, 5000]) {
  const text = JSON.stringify(largeVersion(size));
  const opening = Array.from({ length: 20 }, () => timed(() => load(JSON.parse(text), env)));
  const form = load(JSON.parse(text), env);
  const asked = questions(form);
  const answering = [];
  for (let turn = 0; turn < 4; turn += 1) {
    asked.forEach(({ path, node }, place) => {
      const answer = answerTo(node, place + turn);
      answering.push(timed(() => form.set(path, answer)));
    });
  }
  const saved = form.values();
  const resuming = Array.from({ length: 20 }, () => timed(() => load(JSON.parse(text), env, saved)));
  console.log(`${size} questions (${(text.length / 1024).toFixed(0)} KiB of JSON)`);
  console.log(`  open    ${shown(opening)}  (with JSON.parse)`);
  console.log(`  resume  ${shown(resuming)}  (with JSON.parse)`);
  console.log(`  answer  ${shown(answering)}  (${answering.length} answers)`);
}
