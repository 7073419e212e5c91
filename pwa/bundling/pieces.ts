// Everything a phone needs up to its first screen, in one script and one stylesheet that the page asks for at once; what joining a round
// needs beyond that, in another.
import type { Plugin } from "vite";

const FIRST_SCRIPT = /\/src\/main\.ts$/;
const NAME = "app";

/** Each piece is what its first module imports, without what stands in a piece before it. */
const PIECES = { [NAME]: /\/src\/app\/index\.ts$/, arriving: /\/src\/app\/screens\/arriving\.ts$/ };

interface Graph {
  getModuleInfo(id: string): { importedIds: readonly string[]; importers: readonly string[] } | null;
}

/** The piece of a module, or null: that is for the bundler to say. */
export function pieceOf(id: string, graph: Graph): string | null {
  if (isImportedBy(FIRST_SCRIPT, id, graph)) return null;
  return Object.entries(PIECES).find(([, first]) => isImportedBy(first, id, graph))?.[0] ?? null;
}

function isImportedBy(wanted: RegExp, id: string, graph: Graph, seen = new Set<string>()): boolean {
  if (wanted.test(id)) return true;
  if (seen.has(id)) return false;
  seen.add(id);
  return graph.getModuleInfo(id)?.importers.some((importer) => isImportedBy(wanted, importer, graph, seen)) === true;
}

/** The page's first script asks for the app by `import()`; these links make the browser fetch it side by side with that script. */
export function linkFirstPiece(): Plugin {
  return {
    name: "link-first-piece",
    transformIndexHtml: {
      order: "post",
      handler(html, { bundle = {} }) {
        const chunk = Object.values(bundle).find((one) => one.type === "chunk" && one.name === NAME);
        if (chunk?.type !== "chunk") throw new Error(`There is no chunk called ${NAME}: the first screen would come a round trip later.`);
        const link = (rel: string, file: string) => ({ tag: "link", attrs: { rel, crossorigin: true, href: `/${file}` }, injectTo: "head" as const });
        const scripts = [chunk.fileName, ...chunk.imports].filter((file) => !html.includes(`/${file}`));
        return [...scripts.map((file) => link("modulepreload", file)), ...[...(chunk.viteMetadata?.importedCss ?? [])].map((file) => link("stylesheet", file))];
      },
    },
  };
}
