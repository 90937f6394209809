import type { Channel, Item, Period, Touchpoint } from "./api";

/** Where in the dashboard one is. The address carries filters and our own ids, nothing that names a patient. */
export interface Route {
  page:
    | "overview"
    | "series"
    | "discharges"
    | "discharge"
    | "slip"
    | "devices"
    | "held"
    | "desk"
    | "set-up"
    | "texting"
    | "texts"
    | "new-facility";
  facility: string | null;
  id: string | null;
  view: View;
  day: string | null;
}

export interface View {
  touchpoint: Touchpoint;
  channel: Channel;
  period: Period;
  unit: string | null;
  item: Item;
}

const touchpoints: readonly string[] = ["at-discharge", "day-2", "day-30"];
const channels: readonly string[] = ["kiosk", "sms", "web", "staff", "import"];
const periods: readonly string[] = ["day", "week", "month"];
const items: readonly string[] = ["diagnosis", "treatment", "next-steps", "all-three"];
const uuid = /^[0-9a-f-]{36}$/i;

function oneOf<T extends string>(value: string | null, allowed: readonly string[], otherwise: T): T {
  return value !== null && allowed.includes(value) ? (value as T) : otherwise;
}

/** `#/<facility>/<page>[/<id>]?filters` */
export function parse(hash: string): Route {
  const [path = "", search = ""] = hash.replace(/^#\/?/, "").split("?");
  const segments = path.split("/").filter(Boolean);
  const filters = new URLSearchParams(search);
  const view: View = {
    touchpoint: oneOf(filters.get("touchpoint"), touchpoints, "at-discharge"),
    channel: oneOf(filters.get("channel"), channels, "kiosk"),
    period: oneOf(filters.get("period"), periods, "week"),
    unit: uuid.test(filters.get("unit") ?? "") ? filters.get("unit") : null,
    item: oneOf(filters.get("item"), items, "all-three"),
  };
  const askedDay = filters.get("day");
  const day = askedDay && /^\d{4}-\d{2}-\d{2}$/.test(askedDay) ? askedDay : null;
  const [first = "", page = "", id = "", last = ""] = segments;
  if (first === "new-facility") return { page: "new-facility", facility: null, id: null, view, day };
  const facility = uuid.test(first) ? first : null;
  if (page === "discharges" && uuid.test(id)) {
    return { page: last === "slip" ? "slip" : "discharge", facility, id, view, day };
  }
  const known: Route["page"][] = ["series", "discharges", "devices", "held", "desk", "set-up", "texting", "texts"];
  return { page: known.find((candidate) => candidate === page) ?? "overview", facility, id: null, view, day };
}

export const overviewAt = (facility: string, view: Partial<View> = {}) =>
  `#/${facility}/overview${filters({ ...view, unit: null, item: "all-three" })}`;
export const seriesAt = (facility: string, view: View) => `#/${facility}/series${filters(view)}`;
export const dischargesAt = (facility: string, day?: string) => `#/${facility}/discharges${day ? `?day=${day}` : ""}`;
export const dischargeAt = (facility: string, id: string) => `#/${facility}/discharges/${id}`;
export const slipAt = (facility: string, id: string) => `#/${facility}/discharges/${id}/slip`;
export const devicesAt = (facility: string) => `#/${facility}/devices`;
export const heldAt = (facility: string) => `#/${facility}/held`;
export const textingAt = (facility: string) => `#/${facility}/texting`;
export const deskAt = (facility: string, unit: string | null) => `#/${facility}/desk${filters({ unit })}`;
export const setUpAt = (facility: string) => `#/${facility}/set-up`;
export const textsAt = (facility: string) => `#/${facility}/texts`;
export const newFacilityAt = "#/new-facility";

const defaults: View = { touchpoint: "at-discharge", channel: "kiosk", period: "week", unit: null, item: "all-three" };

function filters(view: Partial<View>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(view)) {
    if (value && value !== defaults[name as keyof View]) search.set(name, value);
  }
  const text = search.toString();
  return text ? `?${text}` : "";
}
