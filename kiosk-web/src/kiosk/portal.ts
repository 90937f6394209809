/**
 * Whether something on the way answered in our server's place: a redirect (which we do not follow, and which then has no
 * status), a page where the API never gives one, a proxy that wants a password (407), or a network that says of itself that
 * one must sign in to it (511, RFC 6585). A 5xx page is a proxy's that cannot reach our server, and no portal.
 */
export function isPortal(response: Response): boolean {
  const { status } = response;
  if (response.type === "opaqueredirect" || status === 0 || status === 407 || status === 511) return true;
  if (status >= 300 && status < 400) return true;
  const page = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  return page && status < 500;
}
