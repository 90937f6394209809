import { uuid } from "./data.mjs";

const minutesAgo = (minutes) => new Date(Date.now() - minutes * 60_000).toISOString();

/** What could wait on a desk: one of each kind, taken and not. */
export function concernsOf(units) {
  const concern = (n, kind, unit, visitNumber, items, minutes) => ({
    id: uuid(7000 + n),
    kind,
    unitId: units[unit % units.length].id,
    dischargeId: visitNumber && uuid(7100 + n),
    visitNumber,
    items,
    raisedAt: minutesAgo(minutes),
    taken: null,
    ended: null,
  });
  const urgent = concern(1, "urgent", 1, "V-20417", [], 6);
  const taken = concern(2, "explain", 1, "V-20466", ["treatment", "next-steps"], 14);
  taken.taken = { by: uuid(7200), name: "Ada Okafor", at: minutesAgo(3) };
  return [
    urgent,
    taken,
    concern(3, "explain", 0, null, ["diagnosis"], 1),
    concern(4, "wrong-person", 2, "V-20311", [], 190),
  ];
}

export function teachBacksOf(units) {
  return [
    {
      id: uuid(7300),
      unitId: units[1 % units.length].id,
      visitNumber: "V-20466",
      language: "es",
      said: "Descansar, y tomar la pastilla blanca por la noche.",
      answeredAt: minutesAgo(40),
    },
  ];
}

export const ofUnit = (all, search) => all.filter(({ unitId }) => [null, unitId].includes(search.get("unit")));

export const page = (items) => ({ status: 200, body: { items, next: null } });
