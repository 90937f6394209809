import type { ComponentChildren } from "preact";
import type { Comfort } from "../comfort";
import { useSpeechState } from "../speech/hooks";
import type { Speech } from "../speech/speech";
import type { Words } from "../words";
import { ContrastIcon, LargeTextIcon, LouderIcon, QuieterIcon, RepeatIcon, SpeakerIcon } from "./icons";

interface ComfortBarProps {
  words: Words;
  speech: Speech;
  /** Whether there is a voice for what is on the screen. */
  audible: boolean;
  /** On the first screen only. */
  comfort?: Comfort;
  onComfort?: (comfort: Comfort) => void;
}

/** At the foot of every screen, with "listen" always in the same corner. */
export function ComfortBar({ words, speech, audible, comfort, onComfort }: ComfortBarProps) {
  const { on } = useSpeechState(speech);
  return (
    <div class="comfort-bar" data-at-once data-testid="comfort-bar">
      {audible && (
        <Tool
          testid="listen"
          icon={<SpeakerIcon />}
          says={words(on ? "kiosk.speech.off" : "kiosk.speech.listen")}
          pressed={on}
          onClick={() => (on ? speech.turnOff() : speech.turnOn())}
        />
      )}
      {audible && on && (
        <>
          <Tool
            testid="repeat"
            icon={<RepeatIcon />}
            says={words("kiosk.speech.repeat")}
            onClick={() => speech.repeat()}
          />
          <Tool
            testid="quieter"
            icon={<QuieterIcon />}
            says={words("kiosk.speech.quieter")}
            onClick={() => speech.quieter()}
          />
          <Tool
            testid="louder"
            icon={<LouderIcon />}
            says={words("kiosk.speech.louder")}
            onClick={() => speech.louder()}
          />
          <p class="headphones">{words("kiosk.speech.headphones")}</p>
        </>
      )}
      {comfort && onComfort && (
        <>
          <Tool
            testid="strong-contrast"
            icon={<ContrastIcon />}
            says={words("kiosk.look.contrast")}
            pressed={comfort.strongContrast}
            onClick={() => onComfort({ ...comfort, strongContrast: !comfort.strongContrast })}
          />
          <Tool
            testid="large-text"
            icon={<LargeTextIcon />}
            says={words("kiosk.look.text")}
            pressed={comfort.largeText}
            onClick={() => onComfort({ ...comfort, largeText: !comfort.largeText })}
          />
        </>
      )}
    </div>
  );
}

interface ToolProps {
  testid: string;
  icon: ComponentChildren;
  says: string;
  pressed?: boolean;
  onClick: () => void;
}

function Tool({ testid, icon, says, pressed, onClick }: ToolProps) {
  return (
    <button type="button" class="tool" data-testid={testid} aria-pressed={pressed} onClick={onClick}>
      {icon}
      <span class="tool-says">{says}</span>
    </button>
  );
}
