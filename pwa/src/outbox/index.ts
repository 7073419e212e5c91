// The door of the outbox: finishing, and sending until there is a receipt.
export { finishInterview } from "./finishing";
export { withOffset, type AnswerStates } from "./freezing";
export { sha256 } from "./hashing";
export { startOutbox, wakeOutbox } from "./triggers";
