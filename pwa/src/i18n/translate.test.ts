// What `t` says, and that no language file lacks a message, a value or a plural form, or holds one that cannot be read.
import { readFileSync } from "node:fs";
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { FIRST, FOLDER, readLanguages, SECTIONS } from "../../bundling/languages";
import { faultsOf, wordsSource } from "../../bundling/words";
import { t as desk } from "./desk";
import { t as further } from "./further";
import { chooseLanguage, directionOf, language, loadMessages, t } from "./index";
import { t as shell } from "./shell";

beforeAll(() => loadMessages("es"));

afterEach(() => {
  language.value = "en";
});

describe("t", () => {
  it("speaks the chosen language", () => {
    expect(t("go.next")).toBe("Next");
    language.value = "es";
    expect([t("go.next"), shell("home.settings"), desk("language")]).toEqual(["Siguiente", "Ajustes", "Idioma"]);
  });

  it("chooses the plural form by the rules of the language, and writes numbers as it does", () => {
    expect(further("review.ahead", { count: 1 })).toBe("1 question is still ahead");
    expect(further("review.ahead", { count: 1200 })).toBe("1,200 questions are still ahead");
    language.value = "es";
    expect(further("review.ahead", { count: 1 })).toBe("Todavía queda 1 pregunta");
    expect(further("review.ahead", { count: 12000 })).toBe("Todavía quedan 12.000 preguntas");
  });

  it("lets the screens around an interview use its words, too", () => {
    expect([shell("go.next"), shell("code.go")]).toEqual(["Next", "Go on"]);
  });

  it("falls back to English where a language has not come", () => {
    language.value = "xx";
    expect(further("review.ahead", { count: 2 })).toBe("2 questions are still ahead");
  });
});

describe("language files", () => {
  const all = readLanguages();
  const first = all.get(FIRST);

  it.each([...all.keys()])("%s.json is complete and can be read", (code) => {
    expect(first && faultsOf(code, all.get(code), first)).toEqual([]);
  });

  it("are told apart from broken ones", () => {
    const broken = { name: "", phone: { "go.back": "{x", "progress.left": "{n, plural, few {#}}" }, further: {}, shell: {}, sharing: {}, carrying: {}, desk: {} } as never;
    const faults = first ? faultsOf("ar", broken, first) : [];
    for (const word of ["name", "go.back: cannot be read", "progress.left", "is missing"]) expect(faults.join("\n")).toContain(word);
    const arabic = first ? faultsOf("ar", first, first) : [];
    expect(arabic.join("\n")).toContain("ar.json, phone, progress.left: Arabic needs the forms zero, one, two, few, many, other; it lacks zero, two, few, many.");
  });

  it("and the types made from the first are up to date: run `npm run words`", () => {
    expect(readFileSync(`${FOLDER}/../words.ts`, "utf8")).toBe(wordsSource());
  });

  it("have the same sections", () => {
    for (const [, file] of all) expect(Object.keys(file)).toEqual(["name", ...SECTIONS]);
  });
});

describe("choosing a language", () => {
  it("takes the first wish the interface can fulfil, whatever the region", () => {
    expect(chooseLanguage(["pt-BR", "es-MX", "en"])).toBe("es");
    expect(chooseLanguage(["sw"])).toBe("en");
  });

  it("knows which way a language is written", () => {
    expect([directionOf("ar-EG"), directionOf("fa"), directionOf("es")]).toEqual(["rtl", "rtl", "ltr"]);
  });
});
