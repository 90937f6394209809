import { Heading, Page } from "../parts/Page";
import type { Words } from "../words";

interface HelpOfferProps {
  words: Words;
  onChosen: (wanted: boolean) => void;
  onBack: () => void;
  onStop: () => void;
}

/** Once for each patient, after the first thing they have not understood. Saying no is as easy as saying yes. */
export function HelpOffer({ words, onChosen, onBack, onStop }: HelpOfferProps) {
  const says = ["title", "text", "yes", "no"].map((part) => words(`kiosk.help.${part}`));
  return (
    <Page words={words} name="help" says={says} onBack={onBack} onStop={onStop}>
      <div class="asked">
        <Heading>{words("kiosk.help.title")}</Heading>
        <p>{words("kiosk.help.text")}</p>
      </div>
      <div class="choices">
        <button type="button" class="choice" data-testid="help-yes" onClick={() => onChosen(true)}>
          {words("kiosk.help.yes")}
        </button>
        <button type="button" class="choice" data-testid="help-no" onClick={() => onChosen(false)}>
          {words("kiosk.help.no")}
        </button>
      </div>
    </Page>
  );
}
