// From the text of a regular expression to a machine; only what Java, JavaScript and Python read alike is accepted.
import { Machine, type Part, PatternError, type Test } from "./machine";

const tested =
  (class_: RegExp): Test =>
  (character) =>
    class_.test(character);

const CLASSES: Readonly<Record<string, Test>> = {
  d: tested(/\d/),
  D: tested(/\D/),
  w: tested(/\w/),
  W: tested(/\W/),
  s: tested(/\s/),
  S: tested(/\S/),
};
const NOT_LINE_END = tested(/[^\n\r\u2028\u2029]/u);
const CONTROLS: Readonly<Record<string, string>> = { t: "\t", n: "\n", r: "\r", f: "\f", v: "\v" };
const MARKS: Readonly<Record<string, readonly [number, number?]>> = { "*": [0], "+": [1], "?": [0, 1] };
const MOST_REPEATS = 1_000;

const code = (character: string): number => character.codePointAt(0) ?? -1;

/** Read a regular expression; raises PatternError for one that not every client would read alike. */
export const read = (text: string): Machine => new Reader(text).whole();

class Reader {
  private readonly text: readonly string[];
  private place = 0;
  private readonly machine = new Machine();

  constructor(text: string) {
    this.text = Array.from(text);
  }

  whole(): Machine {
    const pattern = this.alternatives();
    if (this.place < this.text.length) throw this.refuse();
    return this.machine.begin(pattern);
  }

  private refuse(): PatternError {
    return new PatternError(`${this.text.join("")} (character ${this.place + 1})`);
  }

  private get next(): string {
    return this.text[this.place] ?? "";
  }

  private take(): string {
    const taken = this.next;
    this.place += 1;
    return taken;
  }

  private skip(mark: string): boolean {
    const isNext = mark === this.next;
    if (isNext) this.place += 1;
    return isNext;
  }

  private demand(mark: string): void {
    if (!this.skip(mark)) throw this.refuse();
  }

  private alternatives(): Part {
    const each = [this.sequence()];
    while (this.skip("|")) each.push(this.sequence());
    const [only] = each;
    if (only !== undefined && each.length === 1) return only;
    return (then) => this.machine.add({ next: each.map((part) => part(then)) });
  }

  private sequence(): Part {
    const parts: Part[] = [];
    while (!["", "|", ")"].includes(this.next)) parts.unshift(this.repeated());
    return (then) => parts.reduce((following, part) => part(following), then);
  }

  private repeated(): Part {
    const isEdge = this.next === "^" || this.next === "$";
    const part = this.atom();
    const bounds = this.bounds();
    if (bounds === null) return part;
    this.skip("?");
    if (isEdge || this.next in MARKS) throw this.refuse();
    return this.machine.repeat(part, ...bounds);
  }

  private bounds(): [number, number | undefined] | null {
    const mark = MARKS[this.next];
    if (mark !== undefined || this.next === "{") this.place += 1;
    else return null;
    if (mark !== undefined) return [mark[0], mark[1]];
    const least = this.count();
    const most = !this.skip(",") ? least : this.next === "}" ? undefined : this.count();
    this.demand("}");
    if (most !== undefined && most < least) throw this.refuse();
    return [least, most];
  }

  private count(): number {
    let digits = "";
    while (/^[0-9]$/.test(this.next)) digits += this.take();
    if (digits === "" || Number(digits) > MOST_REPEATS) throw this.refuse();
    return Number(digits);
  }

  private atom(): Part {
    const character = this.take();
    if (character === "(") return this.group();
    if (character === "^" || character === "$") return (then) => this.machine.add({ edge: character, next: [then] });
    const test = this.symbol(character);
    return (then) => this.machine.add({ test, next: [then] });
  }

  private group(): Part {
    if (this.skip("?")) this.demand(":");
    const inside = this.alternatives();
    this.demand(")");
    return inside;
  }

  private symbol(character: string): Test {
    if (character === "[") return this.set();
    if (character === "\\") return this.escape();
    if (character === ".") return NOT_LINE_END;
    if (character in MARKS || character === "{") throw this.refuse();
    return (other) => other === character;
  }

  private escape(): Test {
    const known = CLASSES[this.next];
    const character = this.take();
    if (known !== undefined) return known;
    const meant = this.escaped(character);
    return (other) => other === meant;
  }

  private escaped(character: string): string {
    const control = CONTROLS[character];
    if (control !== undefined) return control;
    if (character === "x" || character === "u") return this.numbered(character === "x" ? 2 : 4);
    if (character === "" || /[\p{L}\p{N}]/u.test(character)) throw this.refuse();
    return character;
  }

  private numbered(size: number): string {
    const digits = this.text.slice(this.place, this.place + size).join("");
    if (digits.length < size || !/^[0-9a-fA-F]+$/.test(digits)) throw this.refuse();
    this.place += size;
    return String.fromCharCode(parseInt(digits, 16));
  }

  private set(): Test {
    const isNegated = this.skip("^");
    const tests: Test[] = [];
    while (!this.skip("]")) {
      if (this.next === "") throw this.refuse();
      tests.push(this.member());
    }
    return (character) => tests.some((test) => test(character)) !== isNegated;
  }

  private member(): Test {
    let first = this.take();
    if (first === "[" || (first === "&" && this.next === "&")) throw this.refuse();
    if (first === "\\") {
      const known = CLASSES[this.next];
      const character = this.take();
      if (known !== undefined) return known;
      first = this.escaped(character);
    }
    return this.range(code(first));
  }

  /** `a-z`, or the one character; a hyphen before the closing bracket is a hyphen. */
  private range(first: number): Test {
    if (this.next !== "-" || ["]", undefined].includes(this.text[this.place + 1])) return (character) => code(character) === first;
    this.place += 1;
    let end = this.take();
    if (end === "\\") {
      if (this.next in CLASSES) throw this.refuse();
      end = this.escaped(this.take());
    }
    const last = code(end);
    if (last < first) throw this.refuse();
    return (character) => code(character) >= first && code(character) <= last;
  }
}
