// The three engines, each as one script for a page: `node bundle.mjs FOLDER`.
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

const pwa = new URL("../../pwa/", import.meta.url);
const fromVite = createRequire(createRequire(new URL("package.json", pwa)).resolve("vite"));
const { rolldown } = await import(pathToFileURL(fromVite.resolve("rolldown")).href);

for (const name of ["askwell", "odk", "survey"]) {
  const built = await rolldown({ input: new URL(`engines/${name}.js`, import.meta.url).pathname, platform: "browser", logLevel: "silent" });
  await built.write({ file: join(process.argv[2], `${name}.js`), format: "es", minify: true, codeSplitting: false });
}
