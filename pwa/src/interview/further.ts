// The parts of an interview the first question can do without, in one piece that is fetched right after it.
export { Acknowledge } from "./questions/Acknowledge";
export { DateQuestion } from "./questions/Date";
export { Likert } from "./questions/Likert";
export { Minimal } from "./questions/Minimal";
export { MonthOrYear } from "./questions/MonthOrYear";
export { NumberQuestion } from "./questions/Number";
export { Range } from "./questions/Range";
export { Rank } from "./questions/Rank";
export { Time } from "./questions/Time";
export { Unknown } from "./questions/Unknown";
export { FinishedScreen } from "./screens/FinishedScreen";
export { Interviewer } from "./screens/Interviewer";
export { ReadAloud } from "./screens/ReadAloud";
export { ReviewScreen } from "./screens/ReviewScreen";
export { SeriesScreen } from "./screens/SeriesScreen";
