// A draft as text: the JSON that a plain editor shows, and back.
import type { Draft } from "../../client/desk";

/** The text is not JSON, or not a draft; the message says where. */
export class NotADraft extends Error {
  override name = "NotADraft";
}

/** One row to a line, so that two drafts can be compared line by line. */
export function showDraft(draft: Draft): string {
  const sheets = Object.entries(draft).filter(([, sheet]) => sheet !== undefined).map(([name, sheet]) => {
    if (!Array.isArray(sheet)) return `  ${JSON.stringify(name)}: ${JSON.stringify(sheet, null, 2).replace(/\n/g, "\n  ")}`;
    const rows = sheet.map((row) => `    ${JSON.stringify(row)}`);
    return `  ${JSON.stringify(name)}: [${rows.length ? `\n${rows.join(",\n")}\n  ` : ""}]`;
  });
  return `{\n${sheets.join(",\n")}\n}\n`;
}

/** Read a draft; throws NotADraft. What is in the rows is for the server to check. */
export function readDraft(text: string): Draft {
  const found = parsed(text);
  if (typeof found !== "object" || found === null || !("survey" in found) || !Array.isArray(found.survey)) {
    throw new NotADraft('A draft is an object with a list called "survey".');
  }
  return found as Draft;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (failure) {
    throw new NotADraft(failure instanceof Error ? failure.message : "");
  }
}
