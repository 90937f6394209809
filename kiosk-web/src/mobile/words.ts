import { type Words, wordsFor } from "../kiosk/words";
import type { Asked } from "./link";

/** The words of the one language that the page was sent. */
export function wordsOf({ language, wording }: Asked): Words {
  return wordsFor({ languages: [language], wording: { [language]: wording } }, language);
}
