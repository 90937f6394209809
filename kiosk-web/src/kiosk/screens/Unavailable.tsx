import { TabletIcon } from "../parts/icons";
import type { Words } from "../words";

/** Answers given here might never arrive, so nobody is asked to give any. */
export function Unavailable({ words, staffLabel, onStaff }: { words: Words; staffLabel: string; onStaff: () => void }) {
  return (
    <main class="page welcome ending" data-testid="screen-unavailable">
      <div class="ending-says">
        <h1>{words("kiosk.unavailable.title")}</h1>
        <p>{words("kiosk.unavailable.text")}</p>
      </div>
      <footer class="welcome-foot">
        <span />
        <button type="button" class="staff-corner" data-testid="staff-corner" aria-label={staffLabel} onClick={onStaff}>
          <TabletIcon />
          <span class="staff-mark" aria-hidden="true">
            !
          </span>
        </button>
      </footer>
    </main>
  );
}
