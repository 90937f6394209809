import { TabletIcon } from "../parts/icons";
import type { Setup } from "../setup";
import { useSaid } from "../speech/hooks";
import { linesOf } from "../speech/narrator";
import { few, spokenIn, wordsFor } from "../words";

interface UnavailableProps {
  setup: Setup;
  staffLabel: string;
  onStaff: () => void;
}

/** Answers given here might never arrive, so nobody is asked to give any. */
export function Unavailable({ setup, staffLabel, onStaff }: UnavailableProps) {
  useSaid(
    wordsFor(setup, setup.languages[0] ?? "en"),
    setup.languages.flatMap((language) => {
      const words = wordsFor(setup, language);
      return linesOf(words, [words("kiosk.unavailable.title"), words("kiosk.unavailable.text")]);
    }),
  );
  return (
    <main class="page welcome ending" data-testid="screen-unavailable">
      <div class="ending-says" data-many={setup.languages.length > few}>
        {setup.languages.map((language, at) => {
          const words = wordsFor(setup, language);
          const Title = at === 0 ? "h1" : "h2";
          return (
            <div key={language} {...spokenIn(setup, language)}>
              <Title>{words("kiosk.unavailable.title")}</Title>
              <p>{words("kiosk.unavailable.text")}</p>
            </div>
          );
        })}
      </div>
      <footer class="welcome-foot">
        <span />
        <button
          type="button"
          data-for-staff
          class="staff-corner"
          data-testid="staff-corner"
          aria-label={staffLabel}
          onClick={onStaff}
        >
          <TabletIcon />
          <span class="staff-mark" aria-hidden="true">
            !
          </span>
        </button>
      </footer>
    </main>
  );
}
