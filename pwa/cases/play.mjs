// Interviews of invented forms in the phone's engine: `node play.mjs INTERVIEWS STATES` reads one file and writes the other.
import { readFileSync, writeFileSync } from "node:fs";
import { bundled } from "./bundling.mjs";

const [from, to] = process.argv.slice(2);
const { play } = await bundled("playing");
writeFileSync(to, JSON.stringify(await play(JSON.parse(readFileSync(from, "utf8")))));
