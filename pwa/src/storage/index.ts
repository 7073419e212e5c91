// The door of storage: everything the rest of the app may keep on the phone, and ask for. Each write resolves only once it is on disk.
export * from "./records";
export { newInstanceId, newSecret, newSeed } from "./ids";
export { subscribe } from "./changes";
export { isJoined, keepJoin, join, joinByCode, rounds, round, saveRound, saveVersion, version } from "./rounds";
export { DraftGone, DraftLocked, DraftMoved, isLocked, openDraft, startDraft, draft, drafts, saveAnswers, setPosition, setLanguage, discardDraft, finish } from "./drafts";
export type { NewDraft } from "./drafts";
export { contents, outboxRow, outboxRows, updateOutbox } from "./outbox";
export { dropKey, hasKey } from "./keyring";
export { keepSetting, setting } from "./settings";
export { StorageFailed, useDatabase } from "./database";
export { beginOpening, opened, type Opening } from "./opening";
export { checkStorage, storageSafety } from "./safety";
