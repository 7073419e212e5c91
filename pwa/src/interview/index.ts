// Answering a question set on the phone: one question a screen, each answer kept as it is given, and a list of all before the end.
export { Interview, type InterviewProps } from "./Interview";
export { settleAll } from "./conduct/underway";
