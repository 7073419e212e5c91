// The three engines, or any other modules, each as one script for a page: `node bundle.mjs FOLDER [MODULE…]`.
import { createRequire } from "node:module";
import { join, parse } from "node:path";
import { pathToFileURL } from "node:url";

const pwa = new URL("../../pwa/", import.meta.url);
const fromVite = createRequire(createRequire(new URL("package.json", pwa)).resolve("vite"));
const { rolldown } = await import(pathToFileURL(fromVite.resolve("rolldown")).href);

const [folder, ...modules] = process.argv.slice(2);
const engines = ["askwell", "odk", "survey"].map((name) => new URL(`engines/${name}.js`, import.meta.url).pathname);
for (const input of modules.length > 0 ? modules : engines) {
  const built = await rolldown({ input, platform: "browser", logLevel: "silent" });
  await built.write({ file: join(folder, `${parse(input).name}.js`), format: "es", minify: true, codeSplitting: false });
}
