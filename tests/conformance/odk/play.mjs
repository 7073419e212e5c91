// Forms opened and answered in ODK's own engine: `node play.mjs CASES STATES` reads `[{name, xform, steps}]` and writes a
// line for each: what every node was after every step, in the words of a recording (docs/conformance.md), or why the form could not be opened.
import { appendFileSync, readFileSync, writeFileSync } from "node:fs";
import { JSDOM } from "jsdom";

const NOW = Date.parse("2026-03-15T10:20:30Z");
const RealDate = Date;
globalThis.Date = class extends RealDate {
  constructor(...words) {
    super(...(words.length === 0 ? [NOW] : words));
  }
  static now() {
    return NOW;
  }
};
Math.random = () => 0.5;
const { window } = new JSDOM("");
for (const name of ["window", "document", "DOMParser", "XMLSerializer", "Node", "Element", "Document", "XMLDocument", "Attr", "Text", "XPathResult", "NodeFilter"]) {
  globalThis[name] = name === "window" ? window : window[name];
}
// The engine takes itself to be in a browser, but for the parser inside it, which looks for Node.
Object.defineProperty(process, "versions", { value: {} });
const { loadForm } = await import("@getodk/xforms-engine");

const [from, to] = process.argv.slice(2);
writeFileSync(to, "");
for (const each of JSON.parse(readFileSync(from, "utf8"))) appendFileSync(to, `${JSON.stringify(await play(each))}\n`);

async function play({ name, xform, steps }) {
  const states = [];
  try {
    const loaded = await loadForm(xform, { fetchFormAttachment: () => Promise.reject(new Error("no attachments")) });
    const { root } = loaded.createInstance();
    states.push(stateOf(root));
    for (const step of steps) {
      take(root, step);
      states.push(stateOf(root));
    }
    return { name, states };
  } catch (error) {
    return { name, states, failure: `${error}\n${error?.stack ?? ""}\n${error?.cause ?? ""}` };
  }
}

function* family(node) {
  yield node;
  for (const child of node.currentState.children ?? []) yield* family(child);
}

function find(root, path) {
  for (const node of family(root)) if (node.currentState.reference === path && node.nodeType !== "repeat-range:controlled") return node;
  throw new Error(`there is no ${path}`);
}

function take(root, [verb, path, value]) {
  if (verb === "set") answer(find(root, path), value);
  else if (verb === "add") find(root, path).addInstances();
  else if (verb === "remove") {
    const gone = find(root, path);
    gone.parent.removeInstances(gone.parent.currentState.children.indexOf(gone));
  } else if (verb === "language") root.setLanguage(root.languages.find((each) => each.language?.includes(`(${path})`)) ?? root.languages[0]);
}

function answer(node, value) {
  const words = value.split(" ").filter(Boolean);
  if (node.nodeType === "select") node.selectValues(words);
  else if (node.nodeType === "rank") node.setValues(words);
  else if (node.nodeType === "trigger") node.setValue(value === "OK");
  else node.setValue(value === "" && node.nodeType !== "input" ? null : value);
}

function stateOf(root) {
  const told = {};
  for (const node of family(root)) {
    const { currentState: state } = node;
    if (node === root || node.nodeType.startsWith("repeat-range")) continue;
    const found = { v: state.instanceValue ?? "", rel: state.relevant, req: state.required, ro: state.readonly, label: state.label?.asString ?? "" };
    found.bad = node.validationState?.constraint?.valid === false;
    if (node.nodeType === "select" || node.nodeType === "rank") found.options = state.valueOptions.map((each) => each.value);
    told[state.reference] = found;
  }
  return told;
}
