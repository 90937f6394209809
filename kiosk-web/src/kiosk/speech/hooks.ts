import { useContext, useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Words } from "../words";
import type { Says } from "./narrator";
import { type Speech, SpeechContext, type SpeechState } from "./speech";

/** The screen says this when it comes, and again when it is asked to. */
export function useSaid(words: Words, says: Says) {
  const speech = useContext(SpeechContext);
  useLayoutEffect(() => speech?.arrived(words, says), []);
}

/** Says what has changed on the screen that stands; `says` is made anew only when it has. */
export function useAnnounced(words: Words, says: Says) {
  const speech = useContext(SpeechContext);
  const heard = useRef(says.join());
  useEffect(() => {
    if (says.join() === heard.current) return;
    heard.current = says.join();
    speech?.announced(words, says);
  });
}

/** Said for as long as the warning stands, whether or not the kiosk is read aloud. */
export function useWarned(words: Words, says: Says) {
  const speech = useContext(SpeechContext);
  useLayoutEffect(() => {
    speech?.warned(words, says);
    return () => speech?.calmed();
  }, []);
}

export function useSpeechState(speech: Speech): SpeechState {
  const [state, setState] = useState(speech.state);
  useEffect(() => {
    const unsubscribe = speech.subscribe(setState);
    return () => {
      unsubscribe();
    };
  }, [speech]);
  return state;
}
