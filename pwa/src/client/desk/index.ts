// Everything the desk asks of the server.
export { ProblemError, Unreachable, type Fault } from "../http";
export * as identity from "./identity";
export * as questionSets from "./questionsets";
export * as rounds from "./rounds";
export { allOf } from "./paging";
export type * from "./types";
