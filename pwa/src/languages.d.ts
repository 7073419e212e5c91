// What bundling/languages.ts makes of the files in src/i18n/languages.
declare module "virtual:languages" {
  type Others = import("./i18n/translate").Others;
  export const names: readonly { code: string; name: string }[];
  export const phone: Others;
  export const further: Others;
  export const shell: Others;
  export const sharing: Others;
  export const carrying: Others;
  export const desk: Others;
}

declare module "virtual:words/*" {
  const words: Readonly<Record<string, import("icu-minify/format").CompiledMessage>>;
  export default words;
}
