// The door to the server against real HTTP: a success of ours, a refusal of ours, and everything that only looks like one.
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { call, callJson, ProblemError, Unreachable } from "./http";
import { hello } from "./phone";

const JSON_TYPE = { "Content-Type": "application/json" };
const seen: { method: string; headers: Record<string, unknown>; body: string }[] = [];
const answers: Record<string, (response: ServerResponse) => void> = {
  "/v1/good": (response) => response.writeHead(200, JSON_TYPE).end('{"ok":true}'),
  "/v1/hotel": (response) => response.writeHead(200, { "Content-Type": "text/html" }).end("<h1>Welcome to our hotel</h1>"),
  "/v1/hotel-refusal": (response) => response.writeHead(403, { "Content-Type": "text/html" }).end("<h1>Please sign in</h1>"),
  "/v1/moved": (response) => response.writeHead(302, { Location: "/v1/good" }).end(),
  "/v1/half": (response) => response.writeHead(200, JSON_TYPE).end('{"ok":tr'),
  "/v1/silent": () => undefined,
  "/v1/stuck": (response) => response.writeHead(200, JSON_TYPE).write('{"ok":'),
  "/v1/cut": (response) => {
    response.writeHead(200, { ...JSON_TYPE, "Content-Length": "100" }).write('{"ok":true}', () => response.destroy());
  },
  "/v1/problem": (response) => response.writeHead(503, { "Content-Type": "application/problem+json", "Retry-After": "7" })
    .end('{"code":"busy","title":"Later, please.","stored":false,"faults":[]}'),
  "/v1/not-yet": (response) => response.writeHead(409, { "Content-Type": "application/problem+json" })
    .end('{"code":"round_not_yet","title":"Not yet.","opens_on":"2031-05-01"}'),
  "/v1/hello": (response) => response.writeHead(200, JSON_TYPE).end('{"service":"something else","epoch":"e"}'),
};

let server: Server;
let origin = "";

beforeAll(async () => {
  server = createServer((request, response) => {
    let body = "";
    request.on("data", (piece: Buffer) => { body += piece.toString(); });
    request.on("end", () => {
      seen.push({ method: request.method ?? "", headers: request.headers, body });
      answers[request.url ?? ""]?.(response);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

test("a JSON answer is read", async () => {
  expect(await callJson(`${origin}/v1/good`, { capability: null })).toEqual({ ok: true });
});

test.each(["hotel", "hotel-refusal", "moved", "half", "cut"])("%s is no answer of ours", async (place) => {
  await expect(callJson(`${origin}/v1/${place}`, { capability: null })).rejects.toThrow(Unreachable);
});

test.each(["silent", "stuck"])("a server that is %s is given up on", async (place) => {
  await expect(callJson(`${origin}/v1/${place}`, { capability: null, timeoutMs: 200 })).rejects.toThrow(Unreachable);
});

test("a problem of ours keeps its code and its Retry-After", async () => {
  const failure: unknown = await call(`${origin}/v1/problem`).catch((why: unknown) => why);
  expect(failure).toBeInstanceOf(ProblemError);
  expect(failure).toMatchObject({ status: 503, code: "busy", title: "Later, please.", stored: false, retryAfterMs: 7000, faults: [] });
});

test("a phone shows its capability and not the desk's header; the desk shows its header", async () => {
  await call(`${origin}/v1/good`, { capability: "secret", method: "POST", body: { one: 1 } });
  expect(seen.at(-1)).toMatchObject({ method: "POST", body: '{"one":1}', headers: { authorization: "Bearer secret", "content-type": "application/json" } });
  expect(seen.at(-1)?.headers).not.toHaveProperty("x-askwell");
  await call(`${origin}/v1/good`);
  expect(seen.at(-1)?.headers).toMatchObject({ "x-askwell": "1" });
  expect(seen.at(-1)?.headers).not.toHaveProperty("authorization");
});

test("another service that answers hello is not Askwell", async () => {
  const near = globalThis.fetch;
  globalThis.fetch = (path, options) => near(new URL(path as string, origin), options);
  await expect(hello()).rejects.toThrow(Unreachable);
  globalThis.fetch = near;
});

test("a round that has not begun says when it does", async () => {
  await expect(call(`${origin}/v1/not-yet`)).rejects.toMatchObject({ code: "round_not_yet", opensOn: "2031-05-01" });
  await expect(call(`${origin}/v1/problem`)).rejects.toMatchObject({ opensOn: null });
});
