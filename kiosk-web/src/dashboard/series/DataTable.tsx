import type { Period, Series } from "../api";
import { kindOf } from "../chart/control";
import { longDate } from "../format/dates";
import { between, count, percent } from "../format/numbers";
import { signalRule } from "../format/words";
import { KindIcon, kindName } from "../parts/icons";

export function DataTable({ series, period, title }: { series: Series; period: Period; title: string }) {
  const single = series.item !== "all-three";
  return (
    <details class="data" data-testid="data-table">
      <summary>The numbers as a table</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard */}
      <section class="scroll" tabIndex={0} aria-label={`${title}, by ${period}`}>
        <table>
          <caption class="visually-hidden">
            {title}, by {period}
          </caption>
          <thead>
            <tr>
              <th scope="col">{period.charAt(0).toUpperCase() + period.slice(1)} from</th>
              <th scope="col">Answers</th>
              <th scope="col">Yes</th>
              {single && <th scope="col">Partly</th>}
              {single && <th scope="col">No</th>}
              <th scope="col">Rate</th>
              <th scope="col">95 % interval</th>
              <th scope="col">Limits</th>
              <th scope="col">Note</th>
            </tr>
          </thead>
          <tbody>
            {[...series.points].reverse().map((point) => {
              const kind = kindOf(point, series);
              return (
                <tr key={point.period}>
                  <th scope="row">{longDate(point.from)}</th>
                  <td>{count(point.n)}</td>
                  <td>{point.yes === null ? "too few" : count(point.yes)}</td>
                  {single && <td>{point.partly === null ? "" : count(point.partly)}</td>}
                  {single && <td>{point.no === null ? "" : count(point.no)}</td>}
                  <td>{point.rate === null ? "" : percent(point.rate)}</td>
                  <td>{point.low === null || point.high === null ? "" : between(point.low, point.high)}</td>
                  <td>{point.lower === null || point.upper === null ? "" : between(point.lower, point.upper)}</td>
                  <td class="text">
                    {kind !== "common" && (
                      <>
                        <KindIcon kind={kind} /> {kindName[kind]}:{" "}
                        {point.signals.map((rule) => signalRule[rule] ?? rule).join("; ")}
                      </>
                    )}
                    {point.partial && "not closed yet"}
                    {point.inBaseline && kind === "common" && "baseline"}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </section>
    </details>
  );
}
