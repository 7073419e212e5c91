// A repeatable shuffle, as every ODK client does it: inside out, with the minimal generator of Park and Miller.

const MODULUS = 2147483647;

/** The same order for the same seed, on every device. */
export function shuffled<T>(items: readonly T[], seed: number): readonly T[] {
  let state = Number.isFinite(seed) ? Math.trunc(seed) % MODULUS : 0;
  if (state <= 0) state += MODULUS - 1;
  const mixed: T[] = [];
  for (const item of items) {
    state = (state * 16807) % MODULUS;
    const place = Math.floor(((state - 1) / (MODULUS - 1)) * (mixed.length + 1));
    const moved = mixed[place] ?? item;
    mixed[place] = item;
    if (place < mixed.length - 1 || moved !== item) mixed.push(moved);
  }
  return mixed;
}
