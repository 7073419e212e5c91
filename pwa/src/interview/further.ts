// The parts of an interview the first question can do without, in one piece that is fetched right after it.
export { Minimal } from "./questions/Minimal";
export { MonthOrYear } from "./questions/MonthOrYear";
export { Range } from "./questions/Range";
export { Rank } from "./questions/Rank";
export { Unknown } from "./questions/Unknown";
export { FinishedScreen } from "./screens/FinishedScreen";
export { Interviewer } from "./screens/Interviewer";
export { ReadAloud } from "./screens/ReadAloud";
export { ReviewScreen } from "./screens/ReviewScreen";
