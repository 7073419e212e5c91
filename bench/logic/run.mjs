// How large the form engine is, how long a form takes to open, and how long an answer takes to settle.
// Run: node bench/logic/run.mjs [CHECKOUT]   (after `npm ci` in pwa/; Node 24). With another checkout its engine is measured, too, in turns.
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

const TURNS = 30;
const env = { now: "2026-03-15T10:20:30.000+01:00", random: () => 0.5, uuid: () => "00000000-0000-4000-8000-000000000000", language: "en" };

async function engineIn(checkout) {
  const built = await rolldown({ input: new URL("pwa/src/logic/index.ts", checkout).pathname });
  const { output } = await built.generate({ format: "es", minify: true, codeSplitting: false });
  const [{ code }] = output;
  console.log(`engine: ${code.length} bytes minified, ${gzipSync(code, { level: 9 }).length} bytes gzip`);
  const engine = await import(`data:text/javascript,${encodeURIComponent(`// ${checkout}\n${code}`)}`);
  await engine.prepareAll();
  return engine;
}

/** Time on the wall, and of the processor for this thread alone: on a busy machine only that means anything, but it comes in steps of some milliseconds. */
function timed(work) {
  const [start, busy] = [performance.now(), process.threadCpuUsage()];
  const result = work();
  const { user, system } = process.threadCpuUsage(busy);
  return { result, wall: performance.now() - start, cpu: (user + system) / 1000 };
}

const quantile = (times, share) => times.toSorted((a, b) => a - b)[Math.min(times.length - 1, Math.floor(times.length * share))];

/** One turn: open, answer everything, and take up again what was kept, as the app does: first blank, then with the answers. */
function* measured({ load, questions }, text, turn) {
  const parsed = timed(() => JSON.parse(text));
  const opened = timed(() => load(parsed.result, env));
  yield ["JSON.parse", parsed];
  yield ["open", opened];
  const form = opened.result;
  for (const [place, { path, node }] of questions(form).entries()) yield ["answer", timed(() => form.set(path, answerTo(node, place + turn)))];
  const kept = form.values();
  const again = JSON.parse(text);
  yield ["resume", timed(() => load(again, env, { ...load(again, env).values(), ...kept }))];
}

const other = process.argv[2];
const engines = [await engineIn(new URL("../../", import.meta.url)), ...(other ? [await engineIn(pathToFileURL(`${other}/`))] : [])];
console.log(`Node ${process.version}, ${cpus()[0]?.model.trim()}, ${TURNS} turns`);
for (const size of [500, 5000]) {
  const text = JSON.stringify(largeVersion(size));
  console.log(`${size} questions (${(text.length / 1024).toFixed(0)} KiB of JSON)`);
  const found = engines.map(() => ({}));
  for (let turn = 0; turn < TURNS; turn += 1) {
    const order = [...engines.keys()];
    for (const which of turn % 2 === 0 ? order : order.reverse()) {
      for (const [what, { wall, cpu }] of measured(engines[which], text, turn)) {
        const times = (found[which][what] ??= { wall: [], cpu: [] });
        times.wall.push(wall);
        times.cpu.push(cpu);
      }
    }
  }
  for (const what of Object.keys(found[0])) {
    for (const clock of what === "answer" ? ["wall"] : ["wall", "cpu"]) {
      const times = found.map((each) => each[what][clock]);
      const shown = times.map((each) => `median ${quantile(each, 0.5).toFixed(3)}  least ${Math.min(...each).toFixed(3)}  p99 ${quantile(each, 0.99).toFixed(2)}`);
      const [ours, theirs] = times.map((each) => quantile(each, 0.5));
      const ratio = theirs > 0 ? `  (${(ours / theirs).toFixed(2)} of the other)` : "";
      console.log(`  ${what.padEnd(11)}${clock.padEnd(5)} ${shown.join("  |  ")} ms${ratio}`);
    }
  }
}
