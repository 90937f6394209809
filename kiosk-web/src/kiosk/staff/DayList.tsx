import { useFocusOnArrival } from "../hooks";
import type { Pickable } from "../server";
import type { StaffWords } from "./staffWords";

interface DayListProps {
  words: StaffWords;
  zone: string;
  visits: Pickable[];
  onChosen: (visit: Pickable) => void;
}

/** The day's discharges by time and visit number: there is no name to show. */
export function DayList({ words, zone, visits, onChosen }: DayListProps) {
  const heading = useFocusOnArrival<HTMLHeadingElement>();
  const time = new Intl.DateTimeFormat(navigator.language, {
    hour: "2-digit",
    minute: "2-digit",
    ...(zone && { timeZone: zone }),
  });
  return (
    <>
      <h2 id="pick" ref={heading} tabIndex={-1}>
        {words.dayTitle}
      </h2>
      {visits.length === 0 && <p data-testid="day-empty">{words.dayEmpty}</p>}
      <ul class="day" data-testid="day">
        {visits.map((visit) => (
          <li key={visit.visitCode}>
            <button
              type="button"
              class="secondary"
              disabled={visit.answered}
              data-testid="day-visit"
              onClick={() => onChosen(visit)}
            >
              <span>{time.format(new Date(visit.dischargedAt))}</span>
              <strong>{visit.visitNumber}</strong>
              {visit.answered && <span>{words.dayAnswered}</span>}
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
