import { afterEach, describe, expect, it, vi } from "vitest";
import { importDischarges, onSignInRequired, type Problem, session, type TrendQuery, trend } from "./api";

const asked: TrendQuery = {
  facility: "018f3c5e-7a10-7c3b-9f21-3b1f5a6c7d8e",
  touchpoint: "day-2",
  channel: "sms",
  period: "week",
  split: ["unit", "item"],
};

function answering(response: Response) {
  const sent = vi.fn(async (_path: string, _init: RequestInit) => response);
  vi.stubGlobal("fetch", sent);
  return sent;
}

const problem = (status: number, body: unknown, headers = {}) =>
  new Response(typeof body === "string" ? body : JSON.stringify(body), { status, headers });

const refusal = (call: Promise<unknown>): Promise<Problem> =>
  call.then(
    () => Promise.reject(new Error("was not refused")),
    (thrown) => thrown,
  );

afterEach(() => vi.unstubAllGlobals());

describe("the trend", () => {
  it("is asked for with its tag, and an unchanged one is null", async () => {
    const sent = answering(new Response(null, { status: 304 }));
    expect(await trend(asked, '"7"')).toBeNull();
    const [path, init] = sent.mock.calls[0] ?? [];
    expect(path).toBe(
      "/api/v1/metrics/trend?facility=018f3c5e-7a10-7c3b-9f21-3b1f5a6c7d8e&touchpoint=day-2&channel=sms&period=week&split=unit%2Citem",
    );
    expect(init?.headers).toMatchObject({ "If-None-Match": '"7"' });
  });

  it("comes with its tag", async () => {
    answering(new Response('{"series":[]}', { headers: { ETag: '"8"' } }));
    expect(await trend(asked, null)).toEqual({ tag: '"8"', value: { series: [] } });
  });
});

describe("a refusal", () => {
  it("keeps the server's code, its lines and how long to wait", async () => {
    answering(
      problem(422, { code: "import-refused", title: "Refused", problems: [{ line: 3, code: "phone-invalid" }] }),
    );
    expect(await refusal(importDischarges(asked.facility, "visit_number\n"))).toMatchObject({
      code: "import-refused",
      problems: [{ line: 3, code: "phone-invalid" }],
    });
    answering(problem(429, { code: "too-many-attempts" }, { "Retry-After": "60" }));
    expect(await refusal(session())).toMatchObject({ retryAfter: 60 });
  });

  it("sends to sign-in only when nobody is signed in", async () => {
    const ended = vi.fn();
    onSignInRequired(ended);
    answering(problem(401, { code: "sign-in-refused" }));
    await refusal(session());
    expect(ended).not.toHaveBeenCalled();
    answering(problem(401, { code: "sign-in-required" }));
    await refusal(session());
    expect(ended).toHaveBeenCalledOnce();
  });

  it("may come from a proxy, which speaks no JSON", async () => {
    answering(problem(502, "<html>Bad gateway</html>"));
    expect(await refusal(session())).toMatchObject({ status: 502, code: "http-502" });
  });

  it("is told apart from no answer at all", async () => {
    vi.stubGlobal("fetch", () => Promise.reject(new TypeError("Failed to fetch")));
    expect(await refusal(session())).toMatchObject({ status: 0, code: "unreachable" });
  });
});

it("a file of discharges goes as it is", async () => {
  const sent = answering(new Response('{"created":1,"unchanged":0,"corrected":0}'));
  await importDischarges(asked.facility, "visit_number\nA\n");
  expect(sent.mock.calls[0]?.[1]).toMatchObject({
    method: "POST",
    body: "visit_number\nA\n",
    headers: { "Content-Type": "text/csv; charset=utf-8" },
  });
});
