import { useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Change, Period, Series } from "../api";
import { dayDomain, layOut, type Mark } from "../chart/control";
import { placeLabels, rowsOfFlags, thinOut } from "../chart/labels";
import { brokenLine, stepLine } from "../chart/path";
import { linear, rateDomain, rateTicks } from "../chart/scale";
import { dayNumber, shortDate } from "../format/dates";
import { percent } from "../format/numbers";
import { closed, explain, latest } from "../format/sentences";
import { KindShape } from "../parts/icons";

interface BigChartProps {
  series: Series;
  changes: Change[];
  period: Period;
  label: string;
}

const FLAG_ROW = 18;
const BOTTOM_ROOM = 30;
const LEFT = 46;

export function BigChart({ series, changes, period, label }: BigChartProps) {
  const [frame, width] = useWidth();
  const [chosen, setChosen] = useState<string | null>(null);
  const narrow = width < 560;
  const right = width - (narrow ? 62 : 124);
  const x = linear(dayDomain([series]), [LEFT + 6, right - 6]);
  const drawn = changes
    .map((change, index) => ({ ...change, number: index + 1, x: x(dayNumber(change.on)) }))
    .filter((change) => change.x >= LEFT && change.x <= right)
    .map((change) => ({ ...change, ...flag(change, right, narrow) }));
  const rows = rowsOfFlags(drawn.map((change) => ({ x: change.start, width: change.width })));
  const top = 12 + FLAG_ROW * (rows.length ? Math.max(...rows) + 1 : 0);
  const bottom = top + (narrow ? 240 : 320);
  const height = bottom + BOTTOM_ROOM;
  const domain = rateDomain(series.points.flatMap((point) => [point.rate, point.lower]));
  const y = linear(domain, [bottom, top]);
  const chart = layOut(series, x, y);
  const points = series.points;
  const index = Math.max(
    0,
    chosen === null
      ? points.indexOf(latest(series) ?? (points[0] as (typeof points)[number]))
      : points.findIndex((point) => point.period === chosen),
  );
  const current = chart.marks[index];
  const ticks = thinOut(
    chart.marks.map((mark) => mark.x),
    narrow ? 62 : 76,
  );
  const nearest = (event: PointerEvent) => {
    const box = (event.currentTarget as SVGElement).getBoundingClientRect();
    const at = event.clientX - box.left;
    let best: Mark | undefined;
    for (const mark of chart.marks) if (!best || Math.abs(mark.x - at) < Math.abs(best.x - at)) best = mark;
    if (best) setChosen(best.point.period);
  };

  return (
    <figure class="big-chart">
      <div ref={frame}>
        <svg
          viewBox={`0 0 ${width} ${height}`}
          width={width}
          height={height}
          role="img"
          aria-label={label}
          onPointerMove={nearest}
          onPointerDown={nearest}
        >
          {chart.baseline && (
            <>
              <rect
                class="baseline-shade"
                x={Math.max(LEFT, chart.baseline.x0)}
                y={top}
                width={Math.max(0, chart.baseline.x1 - Math.max(LEFT, chart.baseline.x0))}
                height={bottom - top}
              />
              <text class="axis-label" x={Math.max(LEFT, chart.baseline.x0) + 6} y={bottom - 8}>
                {series.baseline?.trial ? "baseline (trial limits)" : "baseline"}
              </text>
            </>
          )}
          {rateTicks(domain).map((tick) => (
            <g key={tick}>
              <path class="grid" d={`M${LEFT} ${y(tick)}H${right}`} />
              <text class="axis-label" x={LEFT - 6} y={y(tick) + 4} text-anchor="end">
                {percent(tick)}
              </text>
            </g>
          ))}
          {ticks.map((tick) => {
            const mark = chart.marks[tick];
            return (
              mark && (
                <text key={tick} class="axis-label" x={mark.x} y={bottom + 20} text-anchor="middle">
                  {shortDate(mark.point.from)}
                </text>
              )
            );
          })}
          {drawn.map((change, place) => (
            <path
              key={change.id}
              class="change-line"
              d={`M${change.x} ${2 + FLAG_ROW * (rows[place] ?? 0)}V${bottom}`}
            />
          ))}
          {drawn.map((change, place) => (
            <text
              key={change.id}
              class="change-label"
              x={change.leftwards ? change.x - 5 : change.x + 5}
              y={12 + FLAG_ROW * (rows[place] ?? 0)}
              text-anchor={change.leftwards ? "end" : "start"}
            >
              {change.text}
            </text>
          ))}
          <path class="limit" d={stepLine(chart.upper, chart.step)} />
          <path class="limit" d={stepLine(chart.lower, chart.step)} />
          {chart.centre !== null && (
            <path class="centre" d={`M${Math.max(LEFT, chart.baseline?.x0 ?? LEFT)} ${chart.centre}H${right}`} />
          )}
          {current && <path class="cursor" d={`M${current.x} ${top}V${bottom}`} />}
          <path class="line" d={brokenLine(chart.line)} />
          <path class="connector" d={brokenLine(chart.connector)} />
          {chart.marks.map((mark) => (
            <PointMark key={mark.point.period} mark={mark} bottom={bottom} small={narrow} chosen={mark === current} />
          ))}
          {lineLabels(series, chart.centre, y, top, bottom, narrow).map((placedLabel) => (
            <text key={placedLabel.text} class="line-label" x={right + 6} y={placedLabel.y + 4}>
              {placedLabel.text}
            </text>
          ))}
        </svg>
      </div>
      {points.length > 1 && (
        <input
          class="walker"
          type="range"
          min={0}
          max={points.length - 1}
          value={index}
          aria-label={`Go from ${period} to ${period}`}
          aria-valuetext={current ? explain(current.point, series, period) : ""}
          data-testid="point-walker"
          onInput={(event) => setChosen(points[Number(event.currentTarget.value)]?.period ?? null)}
        />
      )}
      <figcaption class="explanation" data-testid="point-explanation">
        {current && explain(current.point, series, period)}
      </figcaption>
    </figure>
  );
}

interface PointMarkProps {
  mark: Mark;
  bottom: number;
  small: boolean;
  chosen: boolean;
}

function PointMark({ mark, bottom, small, chosen }: PointMarkProps) {
  const size = (mark.kind === "common" ? 4.6 : 6) * (small ? 0.7 : 1);
  if (mark.y === null) return <path class="too-few" d={`M${mark.x} ${bottom - 5}v10`} />;
  return (
    <g>
      {chosen && <circle class="chosen" cx={mark.x} cy={mark.y} r={9} />}
      {mark.point.partial ? (
        <circle class="hollow" cx={mark.x} cy={mark.y} r={small ? 4 : 5} />
      ) : (
        <KindShape kind={mark.kind} x={mark.x} y={mark.y} size={size} />
      )}
    </g>
  );
}

function lineLabels(
  series: Series,
  centre: number | null,
  y: (rate: number) => number,
  top: number,
  bottom: number,
  narrow: boolean,
) {
  const last = closed(series.points)
    .filter((point) => point.lower !== null && point.upper !== null)
    .at(-1);
  const labels = [];
  if (centre !== null && series.baseline?.centre != null) {
    labels.push({ text: `${narrow ? "" : "centre "}${percent(series.baseline.centre)}`, at: centre });
  }
  if (last?.upper != null && last.lower != null) {
    labels.push({ text: `${narrow ? "↑ " : "upper limit "}${percent(last.upper)}`, at: y(last.upper) });
    labels.push({ text: `${narrow ? "↓ " : "lower limit "}${percent(last.lower)}`, at: y(last.lower) });
  }
  return placeLabels(labels, 16, top, bottom);
}

/** How wide a character of a label is, about, and how many a label may have. */
const CHARACTER = 6.6;
const MOST = 56;

/** A change's words beside its line, to the right where there is room and else to the left; its number on a phone. */
function flag(change: Change & { number: number; x: number }, right: number, narrow: boolean) {
  const { x } = change;
  const words = narrow ? `${change.number}` : `${shortDate(change.on)}: ${change.description}`;
  const leftwards = !narrow && right - x < Math.min(words.length, MOST) * CHARACTER && x - LEFT > right - x;
  const room = Math.min(MOST, Math.floor((leftwards ? x - LEFT : right + 40 - x) / CHARACTER));
  const text = words.length > room ? `${words.slice(0, Math.max(6, room - 1)).trimEnd()}…` : words;
  const width = text.length * CHARACTER + 14;
  return { text, leftwards, width, start: leftwards ? x - width : x };
}

/** The width that the page gives; a chart's type stays the size of the page's. */
function useWidth() {
  const frame = useRef<HTMLDivElement>(null);
  const [width, setWidth] = useState(720);
  useLayoutEffect(() => {
    const element = frame.current;
    if (!element) return;
    const measure = () => setWidth(Math.max(280, Math.floor(element.clientWidth)));
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [frame, width] as const;
}
