import "../shared/tokens.css";
import "../shared/fonts.css";
import "../shared/base.css";
import "./kiosk.css";
import "./rescue/rescue.css";
import speechIndex from "virtual:speech";
import { type ComponentChild, render } from "preact";
import { Kiosk } from "./Kiosk";
import { prepareToSeal } from "./outbox/entry";
import { Outbox } from "./outbox/outbox";
import { openOutboxStore } from "./outbox/store";
import { Release } from "./release";
import { Rescue } from "./rescue/rescue";
import { Server } from "./server";
import { AudioFiles } from "./speech/files";
import { keepSpeech } from "./speech/keeping";
import { loudspeaker } from "./speech/loudspeaker";
import { Player } from "./speech/player";
import { Speech } from "./speech/speech";
import { SynthesisVoice } from "./speech/tabletVoice";
import { Refusal } from "./staff/Refusal";
import { Tablet } from "./tablet";
import { timings } from "./timings";

async function page(): Promise<ComponentChild> {
  if (!window.isSecureContext) return <Refusal because="insecure" />;
  const fetch = window.fetch.bind(window);
  try {
    const outbox = new Outbox(await openOutboxStore(), {
      fetch,
      now: () => Date.now(),
      elapsed: () => performance.now(),
      chance: () => Math.random(),
      wake(after, then) {
        const timer = setTimeout(then, after);
        return () => clearTimeout(timer);
      },
      appVersion: __APP_VERSION__,
    });
    window.addEventListener("online", () => void outbox.send());
    prepareToSeal();
    // Without this the browser may clear unsent answers when the disk is full.
    void navigator.storage?.persist?.();
    const release = new Release(navigator.serviceWorker, () => location.reload());
    void release.start();
    const files = new AudioFiles(speechIndex, fetch);
    const voice = new SynthesisVoice(window.speechSynthesis);
    const speech = new Speech(new Player(files, loudspeaker(new Audio()), voice));
    return (
      <Kiosk
        tablet={new Tablet(window.localStorage)}
        outbox={outbox}
        server={new Server(fetch, timings.lookUpFor)}
        rescue={new Rescue(outbox, fetch)}
        release={release}
        speech={speech}
        keepSpeech={(languages) => keepSpeech(caches, files, languages)}
        timings={timings}
        enrolmentCode={takeEnrolmentCode()}
      />
    );
  } catch {
    return <Refusal because="storage" />;
  }
}

/** Once read it is gone from the address bar and the history. */
function takeEnrolmentCode(): string | null {
  const code = new URLSearchParams(location.hash.slice(1)).get("enrol");
  if (code !== null) history.replaceState(null, "", location.pathname);
  return code;
}

// An enrolment address opened over the running kiosk changes only its fragment.
window.addEventListener("hashchange", () => {
  if (location.hash.startsWith("#enrol=")) location.reload();
});

const app = document.getElementById("app");
if (app) void page().then((shown) => render(shown, app));
