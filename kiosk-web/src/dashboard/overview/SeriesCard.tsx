import type { Change, Period, Series } from "../api";
import { kindOf } from "../chart/control";
import { Sparkline } from "../chart/Sparkline";
import { periodName } from "../format/dates";
import { between, count, percent } from "../format/numbers";
import { latest, plainStatement, recentSignals, running, soFar } from "../format/sentences";
import { itemName } from "../format/words";
import { KindIcon, kindName } from "../parts/icons";

interface SeriesCardProps {
  today: string;
  series: Series;
  place: string;
  period: Period;
  href: string;
  changes: (Change & { number: number })[];
  days: readonly [number, number];
  rates: readonly [number, number];
}

export function SeriesCard({ today, series, place, period, href, changes, days, rates }: SeriesCardProps) {
  const point = latest(series);
  const now = running(series, today);
  const sofar = soFar(now, period);
  const kind = cardKind(series);
  const centre = series.baseline?.centre ?? null;
  return (
    <article
      class={`card card-${kind}`}
      data-testid="series"
      data-unit={series.unit?.name ?? "facility"}
      data-unit-id={series.unit?.id ?? ""}
      data-item={series.item}
      data-touchpoint={series.touchpoint}
      data-channel={series.channel}
      data-kind={kind}
    >
      <h3>
        <a href={href}>
          {itemName[series.item]}
          <span class="visually-hidden">, {place}: open the chart</span>
        </a>
        {kind !== "common" && (
          <span class="tag" data-field="signal">
            <KindIcon kind={kind} />
            {kindName[kind]}
          </span>
        )}
      </h3>
      <Latest series={series} period={period} />
      <Sparkline
        series={series}
        changes={changes}
        days={days}
        rates={rates}
        label={`${itemName[series.item]}. ${plainStatement(series, place, period)} ${
          centre === null ? "No baseline yet." : `Baseline centre ${percent(centre)}.`
        }`}
      />
      <p class="sofar">
        {sofar.lead}{" "}
        <strong data-field="partial-n" data-value={sofar.n}>
          {count(sofar.n)}
        </strong>{" "}
        {sofar.n === 1 ? "answer" : "answers"}
        <span data-field="partial-rate" data-value={now?.rate ?? ""}>
          {sofar.rate && `, ${sofar.rate}`}
        </span>
      </p>
      <p class="visually-hidden">
        Centre line:{" "}
        <span data-field="centre" data-value={centre ?? ""}>
          {centre === null ? "none yet" : percent(centre)}
        </span>
      </p>
      <span hidden data-field="closed-n" data-value={point?.n ?? 0} />
    </article>
  );
}

function Latest({ series, period }: { series: Series; period: Period }) {
  const point = latest(series);
  if (!point) {
    return (
      <p class="latest">
        <strong class="big quiet" data-field="latest-rate" data-value="">
          –
        </strong>
        <span class="spread">no closed {period} yet</span>
      </p>
    );
  }
  return (
    <p class="latest">
      <strong class={point.rate === null ? "big quiet" : "big"} data-field="latest-rate" data-value={point.rate ?? ""}>
        {point.rate === null ? "too few" : percent(point.rate)}
      </strong>
      <span class="spread">
        {point.low !== null && point.high !== null && (
          <span data-field="latest-interval" title="95 % interval">
            {between(point.low, point.high)}
          </span>
        )}{" "}
        of <span data-field="latest-n">{count(point.n)}</span>
        <br />
        {periodName(period, point.from, point.to)}
      </span>
    </p>
  );
}

/** What the recent signals of a series amount to; a concern is shown before an improvement. */
function cardKind(series: Series) {
  const directions = recentSignals(series).map((signal) => signal.direction);
  if (directions.includes("deterioration")) return "concern";
  if (directions.includes("improvement")) return "improvement";
  const point = latest(series);
  return point ? kindOf(point, series) : "common";
}
