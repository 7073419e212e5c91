// Form logic for the phone: evaluates what the server has parsed. The screens import from here and nowhere else.
export type { Env } from "./context";
export { load } from "./form";
export { prepare, prepareAll, repeating } from "./functions";
export type { Choice, Form, NodeState, Values } from "./form";
export type { Fault } from "./form/plan";
export { questions } from "./questions";
export type { Question } from "./questions";
export { answerStates } from "./states";
export type { AnswerState, Missing, Passed } from "./states";
export type { AnswerOption, ListedChoice, Media, MediaKind, Medium, Node, Piece, Probe, Rule, Text, TextKind, Tree, Version } from "./tree";
