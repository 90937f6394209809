import { useMemo } from "preact/hooks";
import type { Change, Facility, Item, Period, Series, Trend } from "../api";
import { changes as loadChanges } from "../api";
import { mayAdminister, useApp } from "../appContext";
import { changesFor, dayDomain } from "../chart/control";
import { rateDomain } from "../chart/scale";
import { clock, dayOf, longDate } from "../format/dates";
import { asked, periods } from "../format/words";
import { useLoad, useNow, useTrend } from "../parts/hooks";
import { KindIcon } from "../parts/icons";
import { Choice, Empty, ProblemNote, Skeleton } from "../parts/parts";
import { devicesAt, dischargesAt, overviewAt, seriesAt, setUpAt, type View } from "../route";
import { byChance, headlines, withoutSignals } from "./headlines";
import { SeriesCard } from "./SeriesCard";

const items: Item[] = ["diagnosis", "treatment", "next-steps", "all-three"];
const asks = [
  { touchpoint: "at-discharge", channel: "kiosk" },
  { touchpoint: "day-2", channel: "sms" },
] as const;
const SHOWN = 5;
/** As many days as a small chart can show apart; the chart of its own shows all. */
const DAYS = 91;

const lately = (series: Series): Series => ({ ...series, points: series.points.slice(-DAYS) });

export function Overview({ facility }: { facility: Facility }) {
  const { route } = useApp();
  const { view } = route;
  const question = {
    facility: facility.id,
    touchpoint: view.touchpoint,
    channel: view.channel,
    period: view.period,
  };
  const house = useTrend({ ...question, split: ["item"] });
  const units = useTrend({ ...question, split: ["unit", "item"] });
  const changes = useLoad(`changes ${facility.id}`, () => loadChanges(facility.id));
  const loaded = house.trend && units.trend ? { house: house.trend, units: units.trend } : null;
  return (
    <section aria-busy={house.stale || units.stale} class={house.stale || units.stale ? "stale" : undefined}>
      <div class="page-head">
        <h1>{facility.name}</h1>
        <ViewChoice facility={facility} view={view} />
      </div>
      <NotUpToDate trend={house.trend} problem={house.problem ?? units.problem} zone={facility.zone} />
      {loaded ? (
        <Told
          facility={facility}
          view={view}
          house={loaded.house}
          units={loaded.units}
          changes={changes.value?.items ?? []}
        />
      ) : house.problem ? (
        <ProblemNote problem={house.problem} />
      ) : (
        <Skeleton rows={4} tall />
      )}
    </section>
  );
}

function ViewChoice({ facility, view }: { facility: Facility; view: View }) {
  return (
    <div class="choices">
      <Choice
        label="When and how patients were asked"
        options={asks.map((ask) => ({
          name: asked(ask.touchpoint, ask.channel),
          href: overviewAt(facility.id, { ...ask, period: view.period }),
          chosen: ask.touchpoint === view.touchpoint && ask.channel === view.channel,
        }))}
      />
      <Choice
        label="Period"
        options={(["day", "week", "month"] as Period[]).map((period) => ({
          name: period.charAt(0).toUpperCase() + period.slice(1),
          href: overviewAt(facility.id, { ...view, period }),
          chosen: period === view.period,
        }))}
      />
    </div>
  );
}

function NotUpToDate({
  trend,
  problem,
  zone,
}: {
  trend: Trend | null;
  problem: { code: string } | null;
  zone: string;
}) {
  return (
    <div role="status" class="alert-place">
      {trend && problem && (
        <p class="note">
          These numbers are as of {clock(trend.asOf, zone)}; the server cannot be reached just now. This page keeps
          trying.
        </p>
      )}
    </div>
  );
}

interface ToldProps {
  facility: Facility;
  view: View;
  house: Trend;
  units: Trend;
  changes: Change[];
}

function Told({ facility, view, house, units, changes }: ToldProps) {
  const now = useNow(60_000);
  const all = useMemo(() => [...house.series, ...units.series], [house, units]);
  const drawn = useMemo(() => (view.period === "day" ? all.map(lately) : all), [all, view.period]);
  const shared = useMemo(
    () => ({
      days: dayDomain(drawn),
      rates: rateDomain(drawn.flatMap((series) => series.points.map((point) => point.rate))),
    }),
    [drawn],
  );
  if (all.every((series) => series.points.length === 0)) return <NoAnswers facility={facility} view={view} />;
  const shown = changesFor(changes, null).map((change, index) => ({ ...change, number: index + 1 }));
  const rows = [
    { id: null, name: "Whole facility", series: house.series },
    ...facility.units.map((unit) => ({
      id: unit.id,
      name: unit.name,
      series: units.series.filter((series) => series.unit?.id === unit.id),
    })),
  ];
  return (
    <>
      <Headlines facility={facility} view={view} all={all} house={house} />
      {rows.map((row) => (
        <section key={row.id ?? "facility"} class="row" aria-labelledby={`row-${row.id ?? "facility"}`}>
          <h2 id={`row-${row.id ?? "facility"}`}>{row.name}</h2>
          {row.series.some((series) => series.points.length > 0) ? (
            <div class="cards">
              {items.map((item) => {
                const series = row.series.find((each) => each.item === item);
                return (
                  series && (
                    <SeriesCard
                      key={item}
                      today={dayOf(house.asOf, now, facility.zone)}
                      series={view.period === "day" ? lately(series) : series}
                      place={row.id ? row.name : facility.name}
                      period={view.period}
                      href={seriesAt(facility.id, { ...view, unit: row.id, item })}
                      changes={changesFor(shown, row.id) as typeof shown}
                      {...shared}
                    />
                  )
                );
              })}
            </div>
          ) : (
            <p class="quiet">No answers yet.</p>
          )}
        </section>
      ))}
      <Legend changes={shown} facility={facility} period={view.period} />
    </>
  );
}

function Headlines({ facility, view, all, house }: { facility: Facility; view: View; all: Series[]; house: Trend }) {
  const told = headlines(all, house);
  const whole = house.series.find((series) => series.item === "all-three");
  const link = (line: (typeof told)[number]) => (
    <li key={line.key} class="headline" data-testid="headline" data-kind={line.kind}>
      <KindIcon kind={line.kind} />
      <a href={seriesAt(facility.id, { ...view, unit: line.unit, item: line.item })}>{line.sentence}</a>
    </li>
  );
  return (
    <div class="headlines">
      {told.length > 0 ? (
        <ul>{told.slice(0, SHOWN).map(link)}</ul>
      ) : (
        <p class="lead" data-testid="headline" data-kind="common">
          {withoutSignals(whole, house, view.period)}
        </p>
      )}
      {told.length > SHOWN && (
        <details class="headlines-more">
          <summary>{told.length - SHOWN} more</summary>
          <ul>{told.slice(SHOWN).map(link)}</ul>
        </details>
      )}
      <p class="quiet small">
        {told.length === 0 && `No signal touches the last 8 closed ${periods[view.period]}. `}
        {byChance(all)}
      </p>
    </div>
  );
}

function Legend({
  changes,
  facility,
  period,
}: {
  changes: (Change & { number: number })[];
  facility: Facility;
  period: Period;
}) {
  return (
    <footer class="reading">
      {changes.length > 0 && (
        <div>
          <h2>Changes on the charts</h2>
          <ol class="changes">
            {changes.map((change) => (
              <li key={change.id} value={change.number}>
                {longDate(change.on)}: {change.description}
                {change.unitIds.length > 0 && (
                  <span class="quiet">
                    {" "}
                    (
                    {change.unitIds
                      .map((id) => facility.units.find((unit) => unit.id === id)?.name)
                      .filter(Boolean)
                      .join(", ")}
                    )
                  </span>
                )}
              </li>
            ))}
          </ol>
        </div>
      )}
      <div>
        <h2>How to read this</h2>
        <p>
          The rate is <em>reported</em> understanding: of the answered items, the share answered “yes”, with its 95 %
          interval. Each point is one {period}; a hollow point is the {period} that has not closed. The shaded stretch
          is the frozen baseline, its centre the solid line with its value beside it, and the dashed limits are what
          chance alone gives. All charts of this page share one scale.
        </p>
        <p class="kinds">
          <span>
            <KindIcon kind="common" /> no signal
          </span>
          <span>
            <KindIcon kind="improvement" /> improvement
          </span>
          <span>
            <KindIcon kind="concern" /> concern
          </span>
        </p>
      </div>
    </footer>
  );
}

function NoAnswers({ facility, view }: { facility: Facility; view: View }) {
  const texts = view.channel === "sms";
  const missing = facility.units.length === 0;
  return (
    <Empty title="No answers yet">
      {missing ? (
        <p>
          Homeward asks patients as they leave a unit. <a href={setUpAt(facility.id)}>Add the first unit</a> to begin.
        </p>
      ) : texts ? (
        <p>
          Text messages go out two days after a discharge to patients who agreed to them.{" "}
          <a href={dischargesAt(facility.id)}>Enter discharges</a> with a phone number and consent; the first answers
          appear here as they come in.
        </p>
      ) : (
        <p>
          {mayAdminister(facility) ? <a href={devicesAt(facility.id)}>Enrol a tablet</a> : "Enrol a tablet"} where
          patients leave, and <a href={dischargesAt(facility.id)}>enter discharges</a> so that each patient has a slip
          with a code. The first answers appear here as they come in.
        </p>
      )}
    </Empty>
  );
}
