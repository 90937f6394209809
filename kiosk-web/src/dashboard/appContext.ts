import { createContext } from "preact";
import { useContext } from "preact/hooks";
import type { Facility, Session } from "./api";
import type { Route } from "./route";

export interface App {
  session: Session;
  /** Takes what the server now says of the session; also after something was set up. */
  refresh: () => Promise<void>;
  signOut: () => Promise<void>;
  route: Route;
}

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error("useApp outside of the signed-in pages");
  return app;
}

export const mayAdminister = (facility: Facility) => facility.role === "administrator";
export const unitName = (facility: Facility, id: string) =>
  facility.units.find((unit) => unit.id === id)?.name ?? "A unit no longer listed";
