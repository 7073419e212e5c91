// How the app is built and tested: one piece up to the first screen, the rest and the desk in chunks, our own service worker.
import packageJson from "./package.json" with { type: "json" };
import { defineConfig } from "vitest/config";
import { VitePWA } from "vite-plugin-pwa";
import { languages } from "./bundling/languages.ts";
import { linkFirstPiece, pieceOf } from "./bundling/pieces.ts";

const isDesks = (file: string) => /src\/workspace\/|i18n\/desk|virtual:words\/[\w-]+\/desk/.test(file);
const server = process.env.ASKWELL_SERVER ?? "http://127.0.0.1:8000";

export default defineConfig(({ mode }) => ({
  base: "/",
  define: { __ASKWELL_VERSION__: JSON.stringify(packageJson.version) },
  build: {
    target: "es2020", sourcemap: false, modulePreload: { polyfill: false }, assetsInlineLimit: 0,
    rolldownOptions: {
      output: {
        codeSplitting: { includeDependenciesRecursively: false, groups: [{ debugName: "pieces", name: pieceOf }] },
        // What only the desk needs is called desk-*: phones do not keep it (see injectManifest below and sw.ts).
        chunkFileNames: ({ moduleIds }) => `assets/${moduleIds.every(isDesks) ? "desk-" : ""}[name]-[hash].js`,
        assetFileNames: ({ originalFileNames }) => `assets/${originalFileNames.some(isDesks) ? "desk-" : ""}[name]-[hash][extname]`,
      },
    },
  },
  oxc: { jsx: { runtime: "automatic", importSource: "preact" } },
  server: { proxy: { "/v1": server } },
  plugins: [
    // `--mode pseudo` adds the languages of tests: docs/translating.md
    languages({ withPseudo: mode === "pseudo" }),
    linkFirstPiece(),
    VitePWA({
      strategies: "injectManifest",
      srcDir: "src/sw",
      filename: "sw.ts",
      injectRegister: false,
      registerType: "prompt",
      injectManifest: { globPatterns: ["**/*.{js,css,html,svg,png,webmanifest,woff2}"], globIgnores: ["**/desk-*"] },
      manifest: {
        id: "/",
        name: "Askwell",
        short_name: "Askwell",
        description: "Answer questions about your work, also without a network.",
        start_url: "/",
        scope: "/",
        display: "standalone",
        background_color: "#fbf7f0",
        theme_color: "#1f5a52",
        icons: [
          { src: "/icons/icon-192.png", sizes: "192x192", type: "image/png" },
          { src: "/icons/icon-512.png", sizes: "512x512", type: "image/png" },
          { src: "/icons/icon-maskable-512.png", sizes: "512x512", type: "image/png", purpose: "maskable" },
        ],
      },
    }),
  ],
  test: { environment: "node", include: ["src/**/*.test.ts", "src/**/*.test.tsx"], restoreMocks: true },
}));
