// What of form logic every phone carries: the engine and the usual functions. What is rare comes with the version that needs it.
import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";

interface Bundler {
  readonly rolldown: (options: { input: string }) => Promise<{ generate(options: { format: "es"; minify: boolean }): Promise<{ output: readonly Piece[] }> }>;
}

interface Piece {
  readonly type: string;
  readonly code: string;
  readonly fileName: string;
  readonly isEntry: boolean;
  /** Pieces that come with it, by file name. */
  readonly imports: readonly string[];
}

async function pieces(): Promise<ReadonlyMap<string, Piece>> {
  const fromVite = createRequire(createRequire(import.meta.url).resolve("vite"));
  const { rolldown } = (await import(pathToFileURL(fromVite.resolve("rolldown")).href)) as Bundler;
  const built = await rolldown({ input: fileURLToPath(new URL("index.ts", import.meta.url)) });
  const { output } = await built.generate({ format: "es", minify: true });
  return new Map(output.map((piece) => [piece.fileName, piece]));
}

test("the core of the engine is at most 12 KB", async () => {
  const all = await pieces();
  const core = new Set([...all.values()].filter(({ isEntry }) => isEntry));
  for (const { imports } of core) for (const name of imports) core.add(all.get(name) as Piece);
  const code = [...core].map((piece) => piece.code).join("");
  expect(all.size).toBeGreaterThan(core.size);
  expect(code).toContain("choice-name");
  expect(gzipSync(code, { level: 9 }).length).toBeLessThanOrEqual(12_000);
});
