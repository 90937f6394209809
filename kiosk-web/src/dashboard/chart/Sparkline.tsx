import type { Change, Series } from "../api";
import { dayNumber } from "../format/dates";
import { percent } from "../format/numbers";
import { KindShape } from "../parts/icons";
import { layOut, type Mark } from "./control";
import { placeLabels } from "./labels";
import { brokenLine, stepLine } from "./path";
import { linear } from "./scale";

const WIDTH = 300;
const HEIGHT = 116;
const TOP = 12;
const BOTTOM = HEIGHT - 6;
const LEFT = 4;
const RIGHT = WIDTH - 40;

interface SparklineProps {
  series: Series;
  /** Numbered as in the list under the charts. */
  changes: (Change & { number: number })[];
  days: readonly [number, number];
  rates: readonly [number, number];
  label: string;
}

/** A control chart as small as it can be; every one of a page on the same two scales. */
export function Sparkline({ series, changes, days, rates, label }: SparklineProps) {
  const x = linear(days, [LEFT, RIGHT]);
  const y = linear(rates, [BOTTOM, TOP]);
  const chart = layOut(series, x, y, rates[0]);
  const centre = series.baseline?.centre ?? null;
  const ends = placeLabels(
    [
      { text: percent(rates[1]), at: TOP },
      { text: percent(rates[0]), at: BOTTOM },
      ...(centre === null ? [] : [{ text: percent(centre), at: y(centre) }]),
    ],
    11,
    TOP,
    BOTTOM,
  );
  return (
    <svg class="sparkline" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
      {chart.baseline && (
        <rect
          class="baseline-shade"
          x={Math.max(LEFT, chart.baseline.x0)}
          y={TOP - 4}
          width={Math.max(0, chart.baseline.x1 - Math.max(LEFT, chart.baseline.x0))}
          height={BOTTOM - TOP + 8}
        />
      )}
      <path class="scale-end" d={`M${LEFT} ${TOP}H${RIGHT}M${LEFT} ${BOTTOM}H${RIGHT}`} />
      {changes.map((change) => {
        const at = x(dayNumber(change.on));
        if (at < LEFT || at > RIGHT) return null;
        return (
          <g key={change.id}>
            <path class="change-line" d={`M${at} ${TOP - 2}V${BOTTOM + 4}`} />
            <text class="change-number" x={at} y={TOP - 4} text-anchor="middle">
              {change.number}
            </text>
          </g>
        );
      })}
      <path class="limit" d={stepLine(chart.upper, chart.step)} />
      <path class="limit" d={stepLine(chart.lower, chart.step)} />
      {chart.centre !== null && (
        <path class="centre" d={`M${Math.max(LEFT, chart.baseline?.x0 ?? LEFT)} ${chart.centre}H${RIGHT}`} />
      )}
      <path class="line" d={brokenLine(chart.line)} />
      <path class="connector" d={brokenLine(chart.connector)} />
      <path class="dots" d={dots(chart.marks)} />
      {chart.marks.map((mark) => {
        if (mark.y === null) return <path key={mark.point.period} class="too-few" d={`M${mark.x} ${BOTTOM - 3}v6`} />;
        if (mark.point.partial)
          return <circle key={mark.point.period} class="hollow" cx={mark.x} cy={mark.y} r={3.2} />;
        if (mark.kind === "common") return null;
        return <KindShape key={mark.point.period} kind={mark.kind} x={mark.x} y={mark.y} size={3.6} />;
      })}
      {ends.map((end) => (
        <text
          key={end.text + end.at}
          class={centre !== null && end.at === y(centre) ? "end-label end-centre" : "end-label"}
          x={RIGHT + 4}
          y={end.y + 3.5}
        >
          {end.text}
        </text>
      ))}
    </svg>
  );
}

function dots(marks: readonly Mark[]): string {
  return marks
    .filter((mark) => mark.kind === "common" && mark.y !== null && !mark.point.partial)
    .map((mark) => `M${mark.x.toFixed(1)} ${(mark.y as number).toFixed(1)}h0`)
    .join("");
}
