// The little markup authors may use in their texts: **bold**, *italic*, # headings, - lists, line breaks, and links, which become their
// words. Tags of HTML that only dress words are left out.
// The result is a tree of plain pieces; nothing here, and nothing that reads it, ever builds HTML from text.

/** A run of words, or a line break. */
export type Span = { readonly text: string; readonly strong: boolean; readonly soft: boolean } | "break";

const LINK = /\[([^\]\n]+)\]\((?:[^()\s]|\([^()\s]*\))*\)/g;
const BREAK = /<br\s*\/?>/gi;
const DRESS = /<\/?(?:span|div|p|b|i|u|em|strong|font|center|small|big|sub|sup|h[1-6])(?:\s[^<>]*)?>/gi;
const HEADING = /^#{1,6}\s+/;
const ITEM = /^\s*[-*]\s+(?=\S)/;
const MARKS = /(\*\*|__)(?=\S)([^\n]*?\S)\1|(?<![\w*])([*_])(?=[^\s*_])([^\n]*?[^\s*_])\3(?![\w*])/;

/** Read a text into runs and line breaks. Marks that do not close stay as they are. */
export function readMarkup(text: string): readonly Span[] {
  const lines = text.replace(BREAK, "\n").replace(DRESS, "").replace(LINK, "$1").trim().split(/\r?\n/);
  return lines.flatMap((line, index) => {
    const words = line.replace(HEADING, "").replace(ITEM, "• ");
    return [...(index > 0 ? (["break"] as const) : []), ...readLine(words, HEADING.test(line), false)];
  });
}

function readLine(line: string, strong: boolean, soft: boolean): Span[] {
  const found = MARKS.exec(line);
  if (!found) return line === "" ? [] : [{ text: line, strong, soft }];
  const [whole, double, inDouble = "", , inSingle = ""] = found;
  return [
    ...readLine(line.slice(0, found.index), strong, soft),
    ...(double ? readLine(inDouble, true, soft) : readLine(inSingle, strong, true)),
    ...readLine(line.slice(found.index + whole.length), strong, soft),
  ];
}

/** The words alone, on one line: for names that are heard, and for lists. */
export function plainWords(text: string): string {
  return readMarkup(text).map((span) => (span === "break" ? " " : span.text)).join("").replace(/\s+/g, " ").trim();
}
