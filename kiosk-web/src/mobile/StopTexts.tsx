import { useState } from "preact/hooks";
import type { Words } from "../kiosk/words";
import type { LinkServer } from "./link";

type Wish = "none" | "asked" | "stopping" | "stopped" | "failed";

/** A way out of all texts, asked once more before it is taken. */
export function StopTexts({ words, server }: { words: Words; server: LinkServer }) {
  const [wish, setWish] = useState<Wish>("none");

  async function stop() {
    setWish("stopping");
    const reached = await server.stop();
    setWish(reached.type === "reached" ? "stopped" : "failed");
  }

  switch (wish) {
    case "none":
      return (
        <footer class="link-stop">
          <button type="button" class="quiet" data-testid="stop-texts" onClick={() => setWish("asked")}>
            {words("link.stop")}
          </button>
        </footer>
      );
    case "stopped":
      return (
        <footer class="link-stop">
          <p role="status" data-testid="texts-stopped">
            {words("link.stop.done")}
          </p>
        </footer>
      );
    case "asked":
    case "stopping":
    case "failed":
      return (
        <footer class="link-stop">
          <p role={wish === "failed" ? "alert" : undefined}>
            {words(wish === "failed" ? "link.unreachable.text" : "link.stop.sure")}
          </p>
          <div class="link-stop-choice">
            <button
              type="button"
              class="secondary"
              data-testid="stop-texts-yes"
              disabled={wish === "stopping"}
              onClick={() => void stop()}
            >
              {words("link.stop.yes")}
            </button>
            <button
              type="button"
              class="quiet"
              disabled={wish === "stopping"}
              data-testid="stop-texts-no"
              onClick={() => setWish("none")}
            >
              {words("link.stop.no")}
            </button>
          </div>
        </footer>
      );
  }
}
