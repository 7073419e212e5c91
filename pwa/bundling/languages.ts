// The interface's languages: every file in src/i18n/languages is one. Their ICU messages are compiled here, so that phones carry no parser.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import compile from "icu-minify/compile";
import type { Plugin } from "vite";
import { directionOf } from "../src/i18n/directions.ts";
import { isolated } from "./isolating.ts";
import { PSEUDO, pseudo, pseudoFile } from "./pseudo.ts";

/** Who carries which words: the interview up to its first question, the rest of it, the screens around it, what is said on shared phones and where answers are carried, the desk. */
export const SECTIONS = ["phone", "further", "shell", "sharing", "carrying", "desk"] as const;
export type Section = (typeof SECTIONS)[number];

/** A language file: its own name for itself, and ICU messages by key. */
export type LanguageFile = { readonly name: string } & Readonly<Record<Section, Readonly<Record<string, string>>>>;

export const FOLDER = fileURLToPath(new URL("../src/i18n/languages", import.meta.url));
/** The others must have its keys; it stands in for what is not here yet. */
export const FIRST = "en";

export function readLanguages(): ReadonlyMap<string, LanguageFile> {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".json")).map((name) => join(FOLDER, name));
  return new Map(files.sort().map((file) => [basename(file, ".json"), JSON.parse(readFileSync(file, "utf8")) as LanguageFile]));
}

/** `virtual:languages` lists them and says how to fetch the others; `virtual:words/en/phone` is one section of one language, compiled. */
export function languages({ withPseudo = false } = {}): Plugin {
  const read = () => (withPseudo ? withPseudoLanguages(readLanguages()) : readLanguages());
  return {
    name: "languages",
    resolveId: (id) => (/^virtual:(languages$|words\/)/.test(id) ? `\0${id}` : undefined),
    load(id) {
      if (id === "\0virtual:languages") return listing(read());
      const [, code = "", section = ""] = id.startsWith("\0virtual:words/") ? id.split("/") : [];
      const found = read().get(code);
      return found && `export default ${JSON.stringify(compiled(found[section as Section], code))};`;
    },
  };
}

function withPseudoLanguages(all: ReadonlyMap<string, LanguageFile>): ReadonlyMap<string, LanguageFile> {
  const first = all.get(FIRST);
  return first ? new Map([...all, ...[...PSEUDO].map(([code, one]) => [code, pseudoFile(first, one)] as const)]) : all;
}

function compiled(words: Readonly<Record<string, string>>, code: string) {
  const own = PSEUDO.get(code);
  const written = (message: string) => (own ? pseudo(compile(message), own) : compile(message));
  const placed = (message: unknown) => (directionOf(code) === "rtl" ? isolated(message) : message);
  return Object.fromEntries(Object.entries(words).map(([key, message]) => [key, placed(written(message))]));
}

function listing(all: ReadonlyMap<string, LanguageFile>): string {
  const names = [...all].map(([code, { name }]) => ({ code, name }));
  const others = [...all.keys()].filter((code) => code !== FIRST);
  const loaders = SECTIONS.map((section) => {
    const loads = others.map((code) => `"${code}": () => import("virtual:words/${code}/${section}")`);
    return `export const ${section} = { ${loads.join(", ")} };`;
  });
  return [`export const names = ${JSON.stringify(names)};`, ...loaders].join("\n");
}
