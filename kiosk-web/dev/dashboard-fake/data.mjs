// Made-up answers for looking at the dashboard without its server. Numbers are seeded, so that every start looks alike.

const DAY = 86_400_000;
export const date = (time) => new Date(time).toISOString().slice(0, 10);
export const uuid = (n) => `018f3c5e-7a10-7c3b-9f21-${String(n).padStart(12, "0")}`;

function generator(seed) {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

const items = ["diagnosis", "treatment", "next-steps"];
const usual = { diagnosis: 0.87, treatment: 0.84, "next-steps": 0.76 };

/** Per day of a unit and question: how many answered, and what. */
export function answersOf(unit, touchpoint, days, today) {
  const random = generator(unit.seed * 97 + (touchpoint === "day-2" ? 7 : 1));
  const perDay = [];
  for (let back = days; back >= 0; back--) {
    const time = today - back * DAY;
    const weekend = [0, 6].includes(new Date(time).getUTCDay());
    const expected = unit.perDay * (weekend ? 0.5 : 1) * (touchpoint === "day-2" ? 0.35 : 1);
    const n = Math.floor(expected * (0.6 + 0.8 * random()) + random());
    const cells = Object.fromEntries([...items, "all-three"].map((item) => [item, { n: 0, yes: 0, partly: 0, no: 0 }]));
    for (let patient = 0; patient < n; patient++) answer(cells, unit, touchpoint, back, random);
    perDay.push({ time, cells });
  }
  return perDay;
}

export function answer(cells, unit, touchpoint, back, random = Math.random) {
  const able = random();
  let all = true;
  for (const item of items) {
    let rate = usual[item] + unit.lift - (touchpoint === "day-2" ? 0.08 : 0);
    for (const shift of unit.shifts ?? []) if (shift.item === item && back < shift.since) rate += shift.by;
    const draw = 0.35 * able + 0.65 * random();
    const spread = draw < 0.5 ? draw * draw * 2.2 : 1 - (1 - draw) ** 2 * 2.2;
    const cell = cells[item];
    cell.n++;
    if (spread < rate) cell.yes++;
    else {
      all = false;
      if (random() < 0.7) cell.partly++;
      else cell.no++;
    }
  }
  cells["all-three"].n++;
  if (all) cells["all-three"].yes++;
}

function periodOf(time, period) {
  const day = new Date(time);
  if (period === "day") return { from: time, to: time };
  if (period === "month") {
    const from = Date.UTC(day.getUTCFullYear(), day.getUTCMonth(), 1);
    return { from, to: Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1) - DAY };
  }
  const from = time - ((day.getUTCDay() + 6) % 7) * DAY;
  return { from, to: from + 6 * DAY };
}

function wilson(yes, n) {
  const z = 1.959964;
  const p = yes / n;
  const middle = (p + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n));
  return { low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

const claims = {
  diagnosis: ["fewer patients understand their diagnosis", "more patients understand their diagnosis"],
  treatment: ["fewer patients understand their treatment", "more patients understand their treatment"],
  "next-steps": ["fewer patients know what comes next", "more patients know what comes next"],
  "all-three": ["fewer patients understand all three", "more patients understand all three"],
};

export function seriesOf({ place, unit, item, touchpoint, channel, period, sources, today }) {
  const buckets = new Map();
  for (const perDay of sources) {
    for (const { time, cells } of perDay) {
      const { from, to } = periodOf(time, period);
      const bucket = buckets.get(from) ?? { from, to, n: 0, yes: 0, partly: 0, no: 0 };
      for (const key of ["n", "yes", "partly", "no"]) bucket[key] += cells[item][key];
      buckets.set(from, bucket);
    }
  }
  const open = (touchpoint === "day-2" ? 9 : 1) * DAY;
  const points = [...buckets.values()]
    .filter((bucket) => bucket.n > 0)
    .map((bucket) => {
      const suppressed = bucket.n < 10;
      const told = suppressed ? { low: null, high: null } : wilson(bucket.yes, bucket.n);
      return {
        period: date(bucket.from),
        from: date(bucket.from),
        to: date(bucket.to),
        n: bucket.n,
        yes: suppressed ? null : bucket.yes,
        partly: suppressed || item === "all-three" ? null : bucket.partly,
        no: suppressed || item === "all-three" ? null : bucket.no,
        rate: suppressed ? null : bucket.yes / bucket.n,
        ...told,
        lower: null,
        upper: null,
        partial: bucket.to + open >= today,
        inBaseline: false,
        suppressed,
        signals: [],
      };
    });
  const closed = points.filter((point) => !point.partial);
  const frozen = closed.slice(0, 24);
  const n = frozen.reduce((sum, point) => sum + point.n, 0);
  const centre = frozen.reduce((sum, point) => sum + (point.yes ?? 0), 0) / n;
  const series = { unit, item, touchpoint, channel, language: null, baseline: null, points, signals: [] };
  if (frozen.length < 24 || frozen.some((point) => point.suppressed)) {
    return { ...series, limits: { kind: "none", why: "There is no baseline" } };
  }
  for (const point of closed) {
    if (point.rate === null) continue;
    const half = 3 * Math.sqrt((centre * (1 - centre)) / point.n);
    point.lower = Math.max(0, centre - half);
    point.upper = Math.min(1, centre + half);
    point.inBaseline = frozen.includes(point);
  }
  return {
    ...series,
    baseline: {
      id: uuid(9000 + n),
      from: frozen[0].from,
      to: frozen.at(-1).to,
      frozenAt: `${frozen.at(-1).to}T15:04:00Z`,
      reason: "The first 24 weeks with tablets on every ward",
      centre,
      n,
      trial: false,
    },
    limits: {
      kind: "p",
      why: "The baseline’s points vary as chance alone would have them. Limits are wider where fewer answered.",
    },
    signals: signalsOf(closed, centre, item, place),
  };
}

function signalsOf(closed, centre, item, place) {
  const found = [];
  const told = closed.filter((point) => point.rate !== null && point.rate !== centre);
  const longest = Math.round(Math.log2(told.length)) + 3;
  const say = (rule, run, sentence) => {
    for (const point of run) point.signals.push(rule);
    found.push({
      rule,
      direction: run[0].rate > centre ? "improvement" : "deterioration",
      sentence,
      periods: run.map((p) => p.period),
    });
  };
  const day = (from) => new Date(`${from}T12:00Z`).toLocaleDateString("en-GB", { day: "numeric", month: "short" });
  let run = [];
  const close = () => {
    if (run.length > longest) {
      const up = run[0].rate > centre ? 1 : 0;
      const end =
        run.at(-1) === told.at(-1) ? `since ${day(run[0].from)}` : `from ${day(run[0].from)} to ${day(run.at(-1).to)}`;
      say("run", run, `${place}: ${claims[item][up]} ${end}: ${run.length} in a row on one side of the centre line.`);
    }
  };
  for (const point of told) {
    if (run.length && run[0].rate > centre !== point.rate > centre) {
      close();
      run = [];
    }
    run.push(point);
  }
  close();
  for (const point of told) {
    if (point.rate > point.upper || point.rate < point.lower) {
      const up = point.rate > centre ? 1 : 0;
      say(
        "outside-limits",
        [point],
        `${place}: ${claims[item][up]} in the period from ${day(point.from)} than chance alone gives.`,
      );
    }
  }
  return found;
}
