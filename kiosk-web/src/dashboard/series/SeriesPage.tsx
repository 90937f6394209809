import type { Change, Facility, Item, Period, Series, Signal, Trend } from "../api";
import { changes as loadChanges } from "../api";
import { mayAdminister, useApp } from "../appContext";
import { changesFor, kindOfSignal } from "../chart/control";
import { dayOf, longDate, moment } from "../format/dates";
import { between, count, percent } from "../format/numbers";
import {
  baselineStatement,
  chartTitle,
  latest,
  limitsStatement,
  placed,
  placeName,
  plainStatement,
  running,
  soFar,
} from "../format/sentences";
import { asked, itemName } from "../format/words";
import { useLoad, useNow, useTrend } from "../parts/hooks";
import { KindIcon } from "../parts/icons";
import { Choice, Empty, ProblemNote, Skeleton } from "../parts/parts";
import { overviewAt, seriesAt, type View } from "../route";
import { BaselineForm } from "./BaselineForm";
import { BigChart } from "./BigChart";
import { ChangeForm } from "./ChangeForm";
import { DataTable } from "./DataTable";

const SHOWN = 3;
const items: Item[] = ["diagnosis", "treatment", "next-steps", "all-three"];

export function SeriesPage({ facility }: { facility: Facility }) {
  const { view } = useApp().route;
  const live = useTrend({
    facility: facility.id,
    touchpoint: view.touchpoint,
    channel: view.channel,
    period: view.period,
    split: view.unit ? ["unit", "item"] : ["item"],
    ...(view.unit ? { unit: view.unit } : {}),
  });
  const changes = useLoad(`changes ${facility.id}`, () => loadChanges(facility.id));
  const series = live.trend?.series.find((each) => each.item === view.item && (each.unit?.id ?? null) === view.unit);
  const place = facility.units.find((unit) => unit.id === view.unit)?.name ?? facility.name;
  return (
    <section aria-busy={live.stale} class={live.stale ? "stale" : undefined}>
      <p class="back">
        <a href={overviewAt(facility.id, view)}>← All of {facility.name}</a>
      </p>
      <div class="page-head">
        <h1>
          {place} <span class="quiet">{itemName[view.item]}</span>
        </h1>
      </div>
      <ViewChoice facility={facility} view={view} />
      {live.problem && !live.trend && <ProblemNote problem={live.problem} />}
      {!live.trend && !live.problem && <Skeleton rows={2} tall />}
      {live.trend && !series && !live.stale && (
        <Empty title="No answers yet">
          <p>
            {place} has no answers for {asked(view.touchpoint, view.channel).toLowerCase()}. Choose another question or
            period above, or come back when patients have answered.
          </p>
        </Empty>
      )}
      {live.trend && series && (
        <Told
          facility={facility}
          trend={live.trend}
          series={series}
          period={view.period}
          changes={changesFor(changes.value?.items ?? [], view.unit)}
          onChanged={() => {
            void changes.reload();
            live.reload();
          }}
        />
      )}
    </section>
  );
}

function ViewChoice({ facility, view }: { facility: Facility; view: View }) {
  return (
    <div class="choices">
      <Choice
        label="Question"
        options={items.map((item) => ({
          name: itemName[item],
          href: seriesAt(facility.id, { ...view, item }),
          chosen: item === view.item,
        }))}
      />
      <Choice
        label="When and how patients were asked"
        options={(
          [
            ["at-discharge", "kiosk"],
            ["day-2", "sms"],
          ] as const
        ).map(([touchpoint, channel]) => ({
          name: asked(touchpoint, channel),
          href: seriesAt(facility.id, { ...view, touchpoint, channel }),
          chosen: touchpoint === view.touchpoint && channel === view.channel,
        }))}
      />
      <Choice
        label="Period"
        options={(["day", "week", "month"] as Period[]).map((period) => ({
          name: period.charAt(0).toUpperCase() + period.slice(1),
          href: seriesAt(facility.id, { ...view, period }),
          chosen: period === view.period,
        }))}
      />
      <label class="inline">
        Unit{" "}
        <select
          value={view.unit ?? ""}
          onChange={(event) => {
            location.hash = seriesAt(facility.id, { ...view, unit: event.currentTarget.value || null });
          }}
        >
          <option value="">Whole facility</option>
          {facility.units.map((unit) => (
            <option key={unit.id} value={unit.id}>
              {unit.name}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface ToldProps {
  facility: Facility;
  trend: Trend;
  series: Series;
  period: Period;
  changes: Change[];
  onChanged: () => void;
}

function Told({ facility, trend, series, period, changes, onChanged }: ToldProps) {
  const now = useNow(60_000);
  const place = placeName(series, trend);
  const statement = plainStatement(series, place, period);
  return (
    <div
      data-testid="series-detail"
      data-unit={series.unit?.name ?? "facility"}
      data-item={series.item}
      data-touchpoint={series.touchpoint}
      data-channel={series.channel}
    >
      <Sentences series={series} place={place} statement={statement} />
      <Numbers series={series} period={period} today={dayOf(trend.asOf, now, facility.zone)} />
      <BigChart
        series={series}
        changes={changes}
        period={period}
        label={`Control chart: ${chartTitle(series, place)}, by ${period}. ${statement}`}
      />
      <DataTable series={series} period={period} title={chartTitle(series, place)} />
      <div class="columns">
        <section>
          <h2>Limits and baseline</h2>
          <p data-field="limits">{limitsStatement(series)}</p>
          <p data-field="baseline">{baselineStatement(series, period)}</p>
          {series.baseline && (
            <p class="quiet">
              Frozen {moment(series.baseline.frozenAt, facility.zone)}: {series.baseline.reason}
            </p>
          )}
          {mayAdminister(facility) && (
            <BaselineForm facility={facility} series={series} period={period} onFrozen={onChanged} />
          )}
        </section>
        <section>
          <h2>Changes</h2>
          {changes.length > 0 ? (
            <ol class="changes">
              {changes.map((change) => (
                <li key={change.id} data-testid="change">
                  {longDate(change.on)}: {change.description}
                </li>
              ))}
            </ol>
          ) : (
            <p class="quiet">
              None noted yet. A change is what a unit did differently from a day on; it is drawn on the chart so that
              the trend can be read beside it.
            </p>
          )}
          {mayAdminister(facility) && (
            <ChangeForm facility={facility} unit={series.unit?.id ?? null} onAdded={onChanged} />
          )}
        </section>
      </div>
    </div>
  );
}

function Sentences({ series, place, statement }: { series: Series; place: string; statement: string }) {
  if (series.signals.length === 0) {
    return (
      <div class="headlines">
        <p class="lead">{statement}</p>
        {series.baseline && <p class="quiet small">No signal on this chart.</p>}
      </div>
    );
  }
  // What rests on most points is said first.
  const told = [...series.signals].sort((a, b) => b.periods.length - a.periods.length);
  const line = (signal: Signal) => (
    <li key={signal.rule + signal.periods[0]} class="headline" data-testid="signal" data-rule={signal.rule}>
      <KindIcon kind={kindOfSignal(signal)} />
      <span>{placed(signal.sentence, place)}</span>
    </li>
  );
  return (
    <div class="headlines">
      <ul>{told.slice(0, SHOWN).map(line)}</ul>
      {told.length > SHOWN && (
        <details class="headlines-more">
          <summary>{told.length - SHOWN} more</summary>
          <ul>{told.slice(SHOWN).map(line)}</ul>
        </details>
      )}
      <p class="quiet small">
        A signal says that chance alone is an unlikely reason. It does not say what the reason is.
      </p>
    </div>
  );
}

function Numbers({ series, period, today }: { series: Series; period: Period; today: string }) {
  const point = latest(series);
  const now = running(series, today);
  const sofar = soFar(now, period);
  return (
    <dl class="numbers">
      <div>
        <dt>Latest closed {period}</dt>
        <dd>
          <strong data-field="latest-rate" data-value={point?.rate ?? ""}>
            {point?.rate != null ? percent(point.rate) : point ? "too few" : "–"}
          </strong>{" "}
          {point && (
            <span class="quiet">
              {point.low !== null && point.high !== null && between(point.low, point.high)} of{" "}
              <span data-field="latest-n">{count(point.n)}</span>
            </span>
          )}
        </dd>
      </div>
      <div>
        <dt>Baseline centre</dt>
        <dd>
          <strong data-field="centre" data-value={series.baseline?.centre ?? ""}>
            {series.baseline?.centre != null ? percent(series.baseline.centre) : "none yet"}
          </strong>{" "}
          {series.baseline && <span class="quiet">of {count(series.baseline.n)}</span>}
        </dd>
      </div>
      <div>
        <dt>{sofar.lead.replace(":", "")}</dt>
        <dd>
          <strong data-field="partial-n" data-value={sofar.n}>
            {count(sofar.n)}
          </strong>{" "}
          <span class="quiet">
            {sofar.n === 1 ? "answer" : "answers"}
            <span data-field="partial-rate">{sofar.rate && `, ${sofar.rate}`}</span>
          </span>
        </dd>
      </div>
    </dl>
  );
}
