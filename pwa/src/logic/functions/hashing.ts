// MD5 and the SHA family, at once and not as a promise: a rule cannot wait. Marks texts; protects nothing.
// RFC 1321 and FIPS 180-4. Words are unsigned; SHA-384 and SHA-512 count in BigInt.

/** The first 64 (or 80) primes, from which FIPS 180-4 draws its constants. */
const PRIMES: readonly bigint[] = (() => {
  const found: bigint[] = [];
  for (let candidate = 2n; found.length < 80; candidate += 1n) {
    if (found.every((prime) => candidate % prime !== 0n)) found.push(candidate);
  }
  return found;
})();

/** `bits` bits after the point of a square or cube root, computed in whole numbers. */
function rootBits(prime: bigint, degree: 2 | 3, bits: bigint): bigint {
  const target = prime << (BigInt(degree) * bits);
  let [low, high] = [0n, 1n << (bits + 8n)];
  while (high - low > 1n) {
    const middle = (low + high) >> 1n;
    if (middle ** BigInt(degree) <= target) low = middle;
    else high = middle;
  }
  return low & ((1n << bits) - 1n);
}

/** Message, a one bit, zeros, and the length in bits at the end of the last block. */
function padded(bytes: Uint8Array, block: number, littleEndian: boolean): DataView {
  const room = block / 8;
  const whole = Math.ceil((bytes.length + 1 + room) / block) * block;
  const view = new DataView(new ArrayBuffer(whole));
  bytes.forEach((byte, index) => view.setUint8(index, byte));
  view.setUint8(bytes.length, 0x80);
  view.setBigUint64(whole - (littleEndian ? room : 8), BigInt(bytes.length) * 8n, littleEndian);
  return view;
}

const numbers = (count: number): readonly number[] => [...Array(count).keys()];
const at = (words: readonly number[], index: number): number => words[index] ?? 0;
const left = (word: number, by: number): number => (word << by) | (word >>> (32 - by));

function bytesOf(words: readonly (number | bigint)[], width: 4 | 8, littleEndian = false): Uint8Array {
  const view = new DataView(new ArrayBuffer(words.length * width));
  words.forEach((word, index) => {
    if (typeof word === "bigint") view.setBigUint64(index * width, word);
    else view.setUint32(index * width, word, littleEndian);
  });
  return new Uint8Array(view.buffer);
}

const MD5_TURNS = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21];
const MD5_SINES = numbers(64).map((index) => Math.floor(Math.abs(Math.sin(index + 1)) * 2 ** 32));
const START = [0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476];

export function md5(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, true);
  let state = START;
  for (let block = 0; block < view.byteLength; block += 64) {
    let [a = 0, b = 0, c = 0, d = 0] = state;
    for (const round of numbers(64)) {
      const quarter = round >> 4;
      const mix = [(b & c) | (~b & d), (d & b) | (~d & c), b ^ c ^ d, c ^ (b | ~d)];
      const word = [round, 5 * round + 1, 3 * round + 5, 7 * round];
      const sum = a + at(mix, quarter) + at(MD5_SINES, round) + view.getUint32(block + 4 * (at(word, quarter) % 16), true);
      [a, d, c, b] = [d, c, b, (b + left(sum | 0, at(MD5_TURNS, quarter * 4 + (round % 4)))) | 0];
    }
    state = [a, b, c, d].map((word, index) => (word + at(state, index)) | 0);
  }
  return bytesOf(state, 4, true);
}

export function sha1(bytes: Uint8Array): Uint8Array {
  const view = padded(bytes, 64, false);
  let state = [...START, 0xc3d2e1f0];
  for (let block = 0; block < view.byteLength; block += 64) {
    const words = numbers(16).map((index) => view.getUint32(block + 4 * index));
    for (let t = 16; t < 80; t += 1) words.push(left(at(words, t - 3) ^ at(words, t - 8) ^ at(words, t - 14) ^ at(words, t - 16), 1));
    let [a = 0, b = 0, c = 0, d = 0, e = 0] = state;
    for (const [t, word] of words.entries()) {
      const quarter = Math.floor(t / 20);
      const mix = [(b & c) | (~b & d), b ^ c ^ d, (b & c) | (b & d) | (c & d), b ^ c ^ d];
      const constant = at([0x5a827999, 0x6ed9eba1, 0x8f1bbcdc, 0xca62c1d6], quarter);
      [a, b, c, d, e] = [(left(a, 5) + at(mix, quarter) + e + constant + word) | 0, a, left(b, 30), c, d];
    }
    state = [a, b, c, d, e].map((word, index) => (word + at(state, index)) | 0);
  }
  return bytesOf(state, 4);
}

interface Sha2 {
  readonly bits: 32n | 64n;
  readonly rounds: number;
  /** Turns of the four mixing functions; the last of each small one is a shift. */
  readonly turns: readonly [Turns, Turns, Turns, Turns];
}

type Turns = readonly [bigint, bigint, bigint];

const SHORT: Sha2 = { bits: 32n, rounds: 64, turns: [[2n, 13n, 22n], [6n, 11n, 25n], [7n, 18n, 3n], [17n, 19n, 10n]] };
const LONG: Sha2 = { bits: 64n, rounds: 80, turns: [[28n, 34n, 39n], [14n, 18n, 41n], [1n, 8n, 7n], [19n, 61n, 6n]] };

function sha2(bytes: Uint8Array, kind: Sha2, initial: readonly bigint[]): readonly bigint[] {
  const width = Number(kind.bits) / 8;
  const view = padded(bytes, width * 16, false);
  const constants = PRIMES.slice(0, kind.rounds).map((prime) => rootBits(prime, 3, kind.bits));
  let state = initial;
  for (let block = 0; block < view.byteLength; block += width * 16) {
    const places = numbers(16).map((index) => block + width * index);
    const words = places.map((place) => (width === 8 ? view.getBigUint64(place) : BigInt(view.getUint32(place))));
    state = compress(state, extended(words, kind), constants, kind);
  }
  return state;
}

const cut = (word: bigint, { bits }: Sha2): bigint => BigInt.asUintN(Number(bits), word);

function mixed(word: bigint, which: 0 | 1 | 2 | 3, kind: Sha2): bigint {
  const turned = (by: bigint): bigint => cut((word >> by) | (word << (kind.bits - by)), kind);
  const [x, y, z] = kind.turns[which];
  return turned(x) ^ turned(y) ^ (which < 2 ? turned(z) : word >> z);
}

/** The message schedule: sixteen words become one for every round. */
function extended(words: readonly bigint[], kind: Sha2): readonly bigint[] {
  const all = [...words];
  const word = (index: number): bigint => all[index] ?? 0n;
  for (let t = 16; t < kind.rounds; t += 1) {
    all.push(cut(mixed(word(t - 2), 3, kind) + word(t - 7) + mixed(word(t - 15), 2, kind) + word(t - 16), kind));
  }
  return all;
}

function compress(state: readonly bigint[], words: readonly bigint[], constants: readonly bigint[], kind: Sha2): readonly bigint[] {
  let [a, b, c, d, e, f, g, h] = state as Eight;
  for (const [t, word] of words.entries()) {
    const first = h + mixed(e, 1, kind) + ((e & f) ^ (cut(~e, kind) & g)) + (constants[t] ?? 0n) + word;
    const second = mixed(a, 0, kind) + ((a & b) ^ (a & c) ^ (b & c));
    [a, b, c, d, e, f, g, h] = [cut(first + second, kind), a, b, c, cut(d + first, kind), e, f, g];
  }
  return [a, b, c, d, e, f, g, h].map((value, index) => cut(value + (state[index] ?? 0n), kind));
}

type Eight = [bigint, bigint, bigint, bigint, bigint, bigint, bigint, bigint];

const roots = (from: number, bits: bigint): readonly bigint[] => PRIMES.slice(from, from + 8).map((prime) => rootBits(prime, 2, bits));

export const sha256 = (bytes: Uint8Array): Uint8Array => bytesOf(sha2(bytes, SHORT, roots(0, 32n)).map(Number), 4);
export const sha384 = (bytes: Uint8Array): Uint8Array => bytesOf(sha2(bytes, LONG, roots(8, 64n)).slice(0, 6), 8);
export const sha512 = (bytes: Uint8Array): Uint8Array => bytesOf(sha2(bytes, LONG, roots(0, 64n)), 8);
