// The screens on which a phone joins a round, in one piece.
export { AboutRound } from "./AboutRound";
export { JoinScreen } from "./JoinScreen";
