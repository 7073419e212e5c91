// The carried file: only its passphrase opens it, and no change of it goes unnoticed.
import { beforeEach, expect, test, vi } from "vitest";
import { sha256 } from "../../outbox/hashing";
import type { Carried } from "../../storage/carrying";
import { openFile, sealFile } from "./carriedfile";
import { meant, newPassphrase } from "./passphrases";

const PASSPHRASE = "K7Q2M-D0VXW-11ABC-ZZZZZ";
const CAPABILITY = "c".repeat(43);

async function carried(text = `{"envelope":1}`): Promise<Carried> {
  const joinId = await sha256(CAPABILITY);
  return {
    drafts: [], versions: [], joins: [{ id: joinId, capability: CAPABILITY, code: "ABCDEFGHJK", round: null }],
    finished: [{ instanceId: "1", rev: 1, joinId, roundId: "2", capability: CAPABILITY, title: "Pulse", organization: "Invented Bakery", sha256: await sha256(text), text }],
  };
}

const open = (text: string, passphrase = PASSPHRASE) => openFile(new Blob([text]), passphrase);

beforeEach(() => void vi.stubGlobal("location", { origin: "https://one.example" }));

test("what goes in comes out, however the passphrase is typed", async () => {
  const file = await sealFile(await carried(), PASSPHRASE);
  expect(await open(file, " k7q2m dOvxw-llabc zzzzz")).toEqual(await carried());
});

test("every changed place is noticed", async () => {
  const file = await sealFile(await carried(), PASSPHRASE);
  const { salt, key, iterations } = JSON.parse(file) as { salt: string; key: string; iterations: number };
  const other = (letter: string) => (letter === "A" ? "B" : "A");
  const spoiled = [
    file.replace(salt, other(salt.charAt(0)) + salt.slice(1)),
    file.replace(key, key.slice(0, 40) + other(key.charAt(40)) + key.slice(41)),
    file.replace(String(iterations), "600001"),
    file.slice(0, -30) + other(file.charAt(file.length - 30)) + file.slice(-29),
    file.slice(0, -1),
  ];
  for (const text of spoiled) {
    expect(text).not.toBe(file);
    await expect(open(text)).rejects.toThrow(/^(wrong|damaged)$/);
  }
});

test("a hash inside that is not that of its thing spoils the file", async () => {
  const right = await carried();
  const [row] = right.finished;
  if (!row) throw new Error("nothing is carried");
  const wrong: Carried[] = [
    { ...right, finished: [{ ...row, text: "{}" }] },
    { ...right, joins: [{ id: "00", capability: CAPABILITY, code: "ABCDEFGHJK", round: null }] },
    { ...right, versions: [{ hash: "00", text: "{}" }] },
  ];
  for (const one of wrong) await expect(open(await sealFile(one, PASSPHRASE))).rejects.toThrow("damaged");
});

test("another server is told nothing", async () => {
  const file = await sealFile(await carried(), PASSPHRASE);
  vi.stubGlobal("location", { origin: "https://two.example" });
  await expect(open(file)).rejects.toMatchObject({ fault: "elsewhere", host: "one.example" });
});

test("no file is opened that would keep the phone busy for ever", async () => {
  const file = await sealFile(await carried(), PASSPHRASE);
  await expect(open(file.replace("600000", "4000000000"))).rejects.toThrow("damaged");
});

test("the size tells little: a word more is the same file, as long as it fits the block", async () => {
  const [short, long] = [await sealFile(await carried(), PASSPHRASE), await sealFile(await carried("x".repeat(9_000)), PASSPHRASE)];
  expect(long.length).toBe(short.length);
});

test("passphrases are new each time, and mean themselves", () => {
  const made = Array.from({ length: 50 }, newPassphrase);
  expect(new Set(made).size).toBe(50);
  for (const one of made) expect(one).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){3}[0-9A-HJKMNP-TV-Z]{5}$/);
  expect(meant("Straße, 12")).toBe("STRASSE,12");
});
