// House rules for TypeScript: strict types, small files, and imports that only go the way docs/architecture.md draws them.
import js from "@eslint/js";
import tseslint from "typescript-eslint";

/** Which rooms of src/ each room may look into. A room that is missing here may look into none. */
const mayImport = {
  logic: [],
  storage: [],
  client: [],
  ui: ["i18n"],
  i18n: [],
  camera: [],
  outbox: ["storage", "client"],
  interview: ["logic", "storage", "outbox", "ui", "i18n", "camera"],
  workspace: ["client", "logic", "ui", "i18n", "interview"],
  sw: [],
};
const rooms = Object.keys(mayImport);
const boundaries = rooms.map((room) => {
  const closed = [...rooms, "app"].filter((other) => other !== room && !mayImport[room].includes(other));
  return {
    files: [`src/${room}/**`],
    ignores: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    rules: {
      "no-restricted-imports": ["error", {
        patterns: closed.map((other) => ({
          regex: `^(\\.\\./)+${other}(/|$)`,
          message: `${room}/ may not import ${other}/ (docs/architecture.md, "Imports go down only").`,
        })),
      }],
    },
  };
});

export default tseslint.config(
  { ignores: ["dist", "dev-dist", "src/client/openapi.ts", "src/i18n/words.ts"] },
  js.configs.recommended,
  ...tseslint.configs.strictTypeChecked,
  {
    languageOptions: { parserOptions: { project: ["./tsconfig.json", "./tsconfig.sw.json"], tsconfigRootDir: import.meta.dirname } },
    rules: {
      "max-lines": ["error", { max: 250 }],
      "max-lines-per-function": ["error", { max: 60, skipBlankLines: true, skipComments: true }],
      complexity: ["error", 10],
      "no-console": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ["src/**/*.tsx"], rules: { "max-lines-per-function": ["error", { max: 90, skipBlankLines: true, skipComments: true }] } },
  {
    files: ["src/**/*.test.ts", "src/**/*.test.tsx"],
    rules: { "max-lines": ["error", { max: 600 }], "max-lines-per-function": "off" },
  },
  ...boundaries,
);
