// Numbers in writing, and rounding.

const NUMERAL = /^[ \t\r\n]*-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?[ \t\r\n]*$/;

export const readNumber = (text: string): number => (NUMERAL.test(text) ? Number(text) : NaN);

/** The shortest digits that read back as the same number. */
export const writeNumber = (number: number): string => String(number === 0 ? 0 : number);

/** Half away from zero, at `digits` decimals; negative digits round to tens, hundreds … */
export function roundTo(number: number, digits: number): number {
  if (!Number.isFinite(digits)) return number;
  const places = Math.trunc(digits);
  if (Math.abs(places) > 22) return places > 0 || !Number.isFinite(number) ? number : 0;
  const power = 10 ** Math.abs(places);
  const scaled = places < 0 ? Math.abs(number) / power : Math.abs(number) * power;
  const down = Math.floor(scaled);
  const rounded = scaled - down >= 0.5 ? down + 1 : down;
  if (!Number.isFinite(rounded)) return number;
  return Math.sign(number) * (places < 0 ? rounded * power : rounded / power);
}
