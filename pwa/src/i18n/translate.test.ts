// Plurals, names in braces, and the promise that no language lacks a key or a name.
import { afterEach, beforeAll, describe, expect, it } from "vitest";
import { chooseLanguage, directionOf, language, loadMessages, t } from "./index";
import { en as deskEn } from "./messages/desk.en";
import { es as deskEs } from "./messages/desk.es";
import { en } from "./messages/phone.en";
import { es } from "./messages/phone.es";
import { chooseForm, fill, type Message } from "./translate";

beforeAll(() => loadMessages("es"));

afterEach(() => {
  language.value = "en";
});

const names = (message: Message): string[] => {
  const texts = typeof message === "string" ? [message] : Object.values(message);
  return [...new Set(texts.flatMap((text) => [...text.matchAll(/\{(\w+)\}/g)].map((found) => found[1] ?? "")))].sort();
};

describe("t", () => {
  it("speaks the chosen language", () => {
    expect(t("go.next")).toBe("Next");
    language.value = "es";
    expect(t("go.next")).toBe("Siguiente");
  });

  it("chooses the plural form by the rules of the language", () => {
    expect(t("review.ahead", { count: 1 })).toBe("1 question is still ahead");
    expect(t("review.ahead", { count: 1200 })).toBe("1,200 questions are still ahead");
    language.value = "es";
    expect(t("review.ahead", { count: 1 })).toBe("Todavía queda 1 pregunta");
    expect(t("review.ahead", { count: 0 })).toBe("Todavía quedan 0 preguntas");
  });

  it("knows languages with more than two forms", () => {
    const message = { zero: "z", two: "zwei", few: "f", many: "m", other: "o" };
    expect([0, 2, 5, 11, 100].map((count) => chooseForm(message, "ar", count))).toEqual(["z", "zwei", "f", "m", "o"]);
  });

  it("leaves a name nobody filled standing, so that it is noticed", () => {
    expect(fill("Hello {name}", "en", {})).toBe("Hello {name}");
  });
});

describe("message tables", () => {
  it.each([["phone", en, es], ["desk", deskEn, deskEs]] as const)("fill the same names in both languages: %s", (_room, first, second) => {
    const [a, b]: Record<string, Message>[] = [first, second];
    for (const key of Object.keys(a ?? {})) expect(names(b?.[key] ?? "missing"), key).toEqual(names(a?.[key] ?? ""));
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
