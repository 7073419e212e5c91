// What the phone keeps: the shape of every row in IndexedDB. Rows only ever gain optional keys: phones skip releases.

export type Word = "anonymous" | "confidential";
export type Mode = "open_link" | "cards" | "interview";
export type Missing = "skipped" | "rather_not_say" | "dont_know";

/** What the server told this phone about a round, exactly as it came over the wire. */
export interface RoundForPhone {
  round_id: string;
  organization: string;
  title: string;
  mode: Mode;
  word: Word;
  state: "not_yet" | "open" | "closed";
  version_hash: string;
  k: number;
  opens_on: string;
  closes_on: string | null;
  languages: { code: string; name: string }[];
  invented: boolean;
}

/** A code this phone has used. Its capability is stored before it is first sent; `round` stays null until the answer came. */
export interface Join {
  /** SHA-256 of the capability, hex: two cards of one round are two joins. */
  id: string;
  capability: string;
  code: string;
  round: RoundForPhone | null;
}

/** A join that the server has answered. */
export interface JoinedRound extends Join {
  round: RoundForPhone;
}

/** A published version, as the exact text whose SHA-256 is `hash`. */
export interface StoredVersion {
  hash: string;
  text: string;
}

/** A picture, sound or film of a version. Bytes, not a file: not every browser keeps files. */
export interface StoredMedium {
  sha256: string;
  type: string;
  bytes: Uint8Array<ArrayBuffer>;
}

/**
 * `value` is the XForm string ("a b" for select_multiple and rank); `unclear` is what was entered and is no answer yet, such as a day
 * without its time: it never leaves the phone. Not asked and not reached are never stored: the logic knows them.
 */
export type Answer = { value: string } | { missing: Missing } | { unclear: string };

/** Answers by path, to be kept together; null forgets one. */
export type AnswerChanges = Readonly<Record<string, Answer | null>>;

export interface Consent {
  word: Word;
  agreed: boolean;
}

/** A key of its own, sealed under a PIN: base64 each. Only the PIN gives it back. */
export interface Pinned {
  salt: string;
  iterations: number;
  key: string;
}

/** A draft behind a PIN: what was answered, and where, is sealed in `body`. See docs/decisions/0015. */
export interface DraftLock extends Pinned {
  body: string;
}

/** An interview that is not finished. Only the author discards it. */
export interface Draft {
  instanceId: string;
  joinId: string;
  roundId: string;
  versionHash: string;
  language: string;
  consent: Consent;
  answers: Record<string, Answer>;
  /** Path of the question on screen; null before the first. */
  at: string | null;
  /** Set once, so that calculations with now() or random() give the same after a reload: ISO 8601 with offset, and 32 bits. Never sent. */
  startedAt: string;
  seed: number;
  /** Counts every write: *finish* takes a draft only as it was when its answers were read. */
  changes: number;
  /** Where there is a PIN: `answers` is then empty and `at` null, here and on disk. */
  lock?: DraftLock;
  /** It was put into a file for another phone: whoever goes on here says so first. */
  isCarried?: boolean;
}

export interface Receipt {
  instance_id: string;
  rev: number;
  sha256: string;
  epoch: string;
  status: string;
  quality: "ok" | "quarantined" | "late" | "conflict";
  parts_missing: string[];
  seq: number | null;
  received_on: string | null;
}

export type OutboxState = "queued" | "sending" | "received" | "attention" | "blocked";

/** A finished interview: where it stands. Its bytes are in `contents`; neither is ever deleted by a status code. */
export interface OutboxRow {
  instanceId: string;
  rev: number;
  joinId: string;
  roundId: string;
  /** Stays with the answer, so that it can be sent whoever uses the phone next. */
  capability: string;
  title: string;
  organization: string;
  sha256: string;
  /** Size of the content inside a request. */
  bytes: number;
  state: OutboxState;
  /** A promise of one tab to be sending, in ms of this phone's clock. Past `until` it reads as queued. */
  lease: { owner: string; until: number } | null;
  attempts: number;
  notBefore: number;
  /** Why it waits or needs help: a code of the server, or one of ours. */
  problem: { code: string; detail: string | null } | null;
  receipt: Receipt | null;
  /** The server says that these bytes were read out of a backup on trial. Rows of earlier apps have no word of it. */
  isSafe?: boolean;
}

/** The bytes of a finished interview. Written once, with the outbox row. */
export interface Content {
  instanceId: string;
  text: string;
}

/** What a freezer hands over at *finish*. */
export interface FrozenContent {
  text: string;
  sha256: string;
  bytes: number;
}

/**
 * offline-safe: kept and persisted · send-today: kept, but the browser may clear it · until-closed: kept until this private window is
 * closed · full: what was kept can be read, nothing can be added · online-only: lives in this page only.
 */
export type StorageSafety = "offline-safe" | "send-today" | "until-closed" | "full" | "online-only";

/** A choice someone made about the app on this phone, such as its language. */
export interface Setting {
  name: string;
  value: string;
}

export type StoreName = "joins" | "versions" | "drafts" | "outbox" | "contents" | "settings" | "media";

export interface Change {
  store: StoreName;
  id: string;
  /** Written by another window. */
  elsewhere?: boolean;
}
