/** An RFC 9457 answer of the server, or what we make of an answer that is none. */
export interface Problem {
  status: number;
  /** Stable; `unreadable` when the answer was not ours (a proxy, a captive portal). */
  code: string;
  title?: string;
  detail?: string;
}

export async function problemOf(response: Response): Promise<Problem> {
  const body = await jsonOf(response);
  const text = (name: string) => {
    const value = body?.[name];
    return typeof value === "string" ? { [name]: value } : {};
  };
  return { status: response.status, code: "unreadable", ...text("code"), ...text("title"), ...text("detail") };
}

/** The body as an object, or null when it is not one: a captive portal answers 200 with a page of its own. */
export async function jsonOf(response: Response): Promise<Record<string, unknown> | null> {
  try {
    const body: unknown = await response.json();
    return typeof body === "object" && body !== null && !Array.isArray(body) ? (body as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
