// One typed door to the server. It knows a real answer of ours from a captive portal's, and a refusal from a lost connection.

export interface Fault {
  where: string;
  message: string;
  remedy?: string;
}

/** The server understood, and said no: RFC 9457. Decide on `code`; show the sentence. */
export class ProblemError extends Error {
  override name = "ProblemError";
  constructor(
    readonly status: number, readonly code: string, readonly title: string,
    readonly stored: boolean, readonly retryAfterMs: number | null, readonly faults: Fault[],
    /** With `round_not_yet`: the first day of the round. */
    readonly opensOn: string | null = null,
  ) {
    super(`${status} ${code}: ${title}`);
  }
}

/** Nothing that counts as an answer came: no network, a time-out, a redirect, or a page that is not ours. */
export class Unreachable extends Error {
  override name = "Unreachable";
}

export interface Call {
  method?: "GET" | "POST" | "PUT" | "PATCH" | "DELETE";
  /** Anything but a string, Blob or bytes is sent as JSON. */
  body?: unknown;
  /** A phone's capability, or null before it has one: no cookie goes with it. Left out, the call is the desk's. */
  capability?: string | null;
  headers?: Record<string, string>;
  timeoutMs?: number;
}

export const TIMEOUT_MS = 30_000;

/** Call the server; a response that is neither ours nor a success is thrown. */
export async function call(path: string, options: Call = {}): Promise<Response> {
  const response = await reach(path, options);
  if (response.ok) return response;
  throw await problemIn(response);
}

/** Call, and read the answer as JSON. */
export async function callJson<T>(path: string, options: Call = {}): Promise<T> {
  const response = await call(path, options);
  if (!isJson(response)) throw new Unreachable("The answer is not JSON: something stands between this phone and the server.");
  return (await bodyOf(response.json())) as T;
}

async function reach(path: string, options: Call): Promise<Response> {
  const giveUp = new AbortController();
  const timer = setTimeout(() => giveUp.abort(), options.timeoutMs ?? TIMEOUT_MS);
  try {
    return await buffered(await fetch(path, { ...requestOf(options), signal: giveUp.signal }));
  } catch (failure) {
    throw new Unreachable(failure instanceof Error ? failure.message : String(failure));
  } finally {
    clearTimeout(timer);
  }
}

/** Read the body to its end while the time-out still runs: a server may send its headers and then fall silent. */
async function buffered(response: Response): Promise<Response> {
  const bytes = await response.arrayBuffer();
  const { status, statusText, headers } = response;
  return new Response(status === 204 || status === 304 ? null : bytes, { status, statusText, headers });
}

function requestOf({ method = "GET", body, capability, headers }: Call): RequestInit {
  const isRaw = typeof body === "string" || body instanceof Blob || body instanceof Uint8Array;
  const request: RequestInit = {
    method, redirect: "error", cache: "no-store", credentials: capability === undefined ? "same-origin" : "omit",
    headers: {
      Accept: "application/json, application/problem+json",
      ...proof(capability),
      ...(body === undefined || isRaw ? {} : { "Content-Type": "application/json" }),
      ...headers,
    },
  };
  if (body !== undefined) request.body = isRaw ? (body as BodyInit) : JSON.stringify(body);
  return request;
}

/** What shows who is calling: a phone's capability, or, beside the desk's cookie, a header that no other site can send. */
function proof(capability: string | null | undefined): Record<string, string> {
  if (capability === undefined) return { "X-Askwell": "1" };
  return capability === null ? {} : { Authorization: `Bearer ${capability}` };
}

async function problemIn(response: Response): Promise<Error> {
  if (!response.headers.get("content-type")?.startsWith("application/problem+json")) {
    return new Unreachable(`Status ${response.status} without a problem: not an answer of ours.`);
  }
  const problem = (await bodyOf(response.json())) as Record<string, unknown>;
  const text = (value: unknown) => (typeof value === "string" ? value : "");
  return new ProblemError(
    response.status, text(problem.code), text(problem.title), problem.stored === true, waitIn(response, problem),
    Array.isArray(problem.faults) ? (problem.faults as Fault[]) : [], text(problem.opens_on) || null,
  );
}

/** Seconds only: a date would be read with the phone's clock. */
function waitIn(response: Response, problem: Record<string, unknown>): number | null {
  const seconds = Number(problem.retry_after_s ?? response.headers.get("retry-after") ?? Number.NaN);
  return Number.isFinite(seconds) && seconds >= 0 ? seconds * 1000 : null;
}

function isJson(response: Response): boolean {
  return response.headers.get("content-type")?.startsWith("application/json") === true;
}

function bodyOf(reading: Promise<unknown>): Promise<unknown> {
  return reading.catch(() => {
    throw new Unreachable("The answer is not whole.");
  });
}
