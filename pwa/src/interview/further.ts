// The parts of an interview the first question can do without, in one piece that is fetched right after it.
import "./styles/further.css";
import "./styles/table.css";

export { Acknowledge } from "./questions/Acknowledge";
export { Barcode } from "./questions/Barcode";
export { DateQuestion } from "./questions/Date";
export { DateTime } from "./questions/DateTime";
export { Likert } from "./questions/Likert";
export { Minimal } from "./questions/Minimal";
export { MonthOrYear } from "./questions/MonthOrYear";
export { NumberQuestion } from "./questions/Number";
export { Place } from "./questions/Place";
export { Quick } from "./questions/Quick";
export { Range } from "./questions/Range";
export { Rank } from "./questions/Rank";
export { Searchable } from "./questions/Searchable";
export { TableRow } from "./questions/TableRow";
export { Time } from "./questions/Time";
export { Trace } from "./questions/Trace";
export { Unclear } from "./questions/Unclear";
export { Unknown } from "./questions/Unknown";
export { FinishedScreen } from "./screens/FinishedScreen";
export { Interviewer } from "./screens/Interviewer";
export { ReadAloud } from "./screens/ReadAloud";
export { ReviewScreen } from "./screens/ReviewScreen";
export { SeriesScreen } from "./screens/SeriesScreen";
export { Tables } from "./screens/Tables";
