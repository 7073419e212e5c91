// One page for each of the others, built as their documentation says.
import { fileURLToPath } from "node:url";
import { defineConfig } from "vite";

const from = (path) => fileURLToPath(new URL(path, import.meta.url));
const enketo = (path) => from(`node_modules/enketo-core/${path}`);

export default defineConfig({
  root: from("pages"),
  define: { __VUE_OPTIONS_API__: true, __VUE_PROD_DEVTOOLS__: false, __VUE_PROD_HYDRATION_MISMATCH_DETAILS__: false },
  resolve: {
    alias: {
      "enketo/config": enketo("config.js"),
      "enketo/widgets": enketo("src/js/widgets.js"),
      "enketo/translator": enketo("src/js/fake-translator.js"),
      "enketo/dialog": enketo("src/js/fake-dialog.js"),
      "enketo/file-manager": enketo("src/js/file-manager.js"),
      "enketo/xpath-evaluator-binding": enketo("src/js/xpath-evaluator-binding.js"),
    },
  },
  build: {
    target: "es2022", emptyOutDir: true, modulePreload: { polyfill: false },
    rolldownOptions: { input: ["odk", "survey", "enketo", "transform"].map((name) => from(`pages/${name}.html`)) },
  },
});
