// regex: whether a text is what a pattern describes.
import { matches, PatternError } from "../patterns/index";
import { RuleError } from "../values";
import { type Functions, onTexts } from "./define";

function regex(text: string, pattern: string): boolean {
  try {
    return matches(pattern, text);
  } catch (error) {
    throw error instanceof PatternError ? new RuleError("bad_value", `regex ${error.message}`) : error;
  }
}

export const PATTERNS: Functions = {
  regex: onTexts(2, 2, ([text = "", source = ""]) => regex(text, source)),
};
