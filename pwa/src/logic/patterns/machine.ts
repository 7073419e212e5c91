// The machine that matches: all its states are followed at once (Thompson, 1968), so no pattern can make it hang.

export type Test = (character: string) => boolean;

/** A place in the machine: it consumes a character, or asserts an edge of the text, or only leads on. */
interface State {
  readonly test?: Test;
  readonly edge?: "^" | "$";
  readonly next: number[];
}

/** Adds the states of a part, leading on to `then`; gives the first of them. */
export type Part = (then: number) => number;

/** A pattern or text that is refused: `detail` says why. */
export class PatternError extends Error {}

const MOST_STATES = 2_000;
const LONGEST_TEXT = 20_000;

export class Machine {
  private readonly states: State[] = [{ next: [] }];
  private start = 0;

  /** Add a state; the first one of all is where a match ends. */
  add(state: State): number {
    if (this.states.length >= MOST_STATES) throw new PatternError("too large");
    return this.states.push(state) - 1;
  }

  begin(pattern: Part): this {
    this.start = pattern(0);
    return this;
  }

  /** A part so many times; no `most` is without end. */
  repeat(part: Part, least: number, most: number | undefined): Part {
    return (end) => {
      let then = end;
      if (most === undefined) {
        then = this.add({ next: [end] });
        this.states[then]?.next.push(part(then));
      }
      for (let more = least; more < (most ?? least); more += 1) then = this.add({ next: [then, part(then)] });
      for (let more = 0; more < least; more += 1) then = part(then);
      return then;
    };
  }

  /** Whether the whole text is what the pattern describes. */
  matches(text: string): boolean {
    const characters = Array.from(text);
    if (characters.length > LONGEST_TEXT) throw new PatternError("text too long");
    let current = this.reach([this.start], true, text === "");
    for (const [place, character] of characters.entries()) {
      const moved = [...current].flatMap((index) => this.moves(index, character));
      current = this.reach(moved, false, place === characters.length - 1);
    }
    return current.has(0);
  }

  private moves(index: number, character: string): readonly number[] {
    const state = this.states[index];
    return state?.test?.(character) === true ? state.next : [];
  }

  /** Follow everything that consumes no character. */
  private reach(waiting: number[], atStart: boolean, atEnd: boolean): ReadonlySet<number> {
    const reached = new Set<number>();
    for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
      const state = this.states[index];
      if (state === undefined || reached.has(index)) continue;
      reached.add(index);
      const isBlocked = (state.edge === "^" && !atStart) || (state.edge === "$" && !atEnd);
      if (state.test === undefined && !isBlocked) waiting.push(...state.next);
    }
    return reached;
  }
}
