import { useEffect, useMemo, useState } from "preact/hooks";
import { Interviewer } from "./Interviewer";
import type { Outbox, OutboxStatus } from "./outbox/outbox";
import type { Release } from "./release";
import { reportOf } from "./report";
import type { Rescue } from "./rescue/rescue";
import type { Server } from "./server";
import type { Setup } from "./setup";
import type { Speech } from "./speech/speech";
import { Enrol } from "./staff/Enrol";
import { type Picked, PickVisit } from "./staff/PickVisit";
import { Refusal } from "./staff/Refusal";
import { StaffPanel } from "./staff/StaffPanel";
import { type StaffWords, staffWords } from "./staff/staffWords";
import type { Tablet } from "./tablet";
import type { Timings } from "./timings";

export interface KioskProps {
  tablet: Tablet;
  outbox: Outbox;
  server: Server;
  rescue: Rescue;
  release: Release;
  speech: Speech;
  /** Brings the audio of these languages onto the tablet, as far as the network lets it. */
  keepSpeech: (languages: string[]) => Promise<void>;
  timings: Timings;
  /** From the address that an administrator's page showed as a QR; already taken out of the address bar. */
  enrolmentCode: string | null;
}

/** The tablet as staff know it: being set up, connected or not. What happens with a patient is the interviewer's. */
export function Kiosk({
  tablet,
  outbox,
  server,
  rescue,
  release,
  speech,
  keepSpeech,
  timings,
  enrolmentCode,
}: KioskProps) {
  const [token, setToken] = useState(() => tablet.token);
  const [setup, setSetup] = useState(() => tablet.setup);
  const [enrolling, setEnrolling] = useState(enrolmentCode !== null);
  const [panel, setPanel] = useState(false);
  const [picking, setPicking] = useState(false);
  const [picked, setPicked] = useState<Picked | null>(null);
  const [lost, setLost] = useState(false);
  const [busy, setBusy] = useState(false);
  const [asks, setAsks] = useState(0);
  const [unstorable, setUnstorable] = useState(false);
  const status = useStatus(outbox);
  const words = useMemo(() => staffWords(navigator.language), []);

  useEffect(() => {
    if (token) void outbox.open(token);
  }, [token, outbox]);

  useEffect(() => {
    if (!token || busy || picking) return;
    let current = true;
    const refresh = async () => {
      const queued = await outbox.formats();
      if (!current) return;
      release.nobodyIsAtTheTablet(queued);
      const sealsWith = tablet.setup?.sealing.keyId;
      const report = await reportOf(outbox, navigator, new Date());
      const news = await server.contact(token, report, sealsWith ? await outbox.oldestKey(sealsWith) : null);
      if (!current) return;
      switch (news.type) {
        case "refreshed":
          tablet.refreshed(news.setup);
          setSetup(news.setup);
          void keepSpeech(news.setup.languages);
          return outbox.reached();
        case "not-known":
          return outbox.hold(news.code);
        case "unreachable":
          return outbox.missed(news.because);
      }
    };
    void refresh();
    const timer = setInterval(refresh, setup ? timings.refreshEvery : 10_000);
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [token, busy, picking, setup === null, server, release, tablet, outbox, keepSpeech, timings]);

  function enrolled(newToken: string, newSetup: Setup) {
    try {
      tablet.enrolled(newToken, newSetup);
    } catch {
      return setUnstorable(true);
    }
    setToken(newToken);
    setSetup(newSetup);
    setEnrolling(false);
    setPanel(false);
  }

  if (unstorable) return <Refusal because="storage" />;
  if (!token || enrolling) {
    return (
      <Enrol
        words={words}
        server={server}
        code={enrolmentCode ?? ""}
        onEnrolled={enrolled}
        {...(token && { onCancel: () => setEnrolling(false) })}
      />
    );
  }
  if (!setup) {
    return (
      <main class="page staff" data-testid="screen-connecting">
        <p role="status">{connectingWords(status, words)}</p>
        {status.connection === "held" && (
          <>
            <p>{words.held}</p>
            <button type="button" class="primary" data-testid="staff-enrol" onClick={() => setEnrolling(true)}>
              {words.enrolAgain}
            </button>
          </>
        )}
      </main>
    );
  }
  return (
    <>
      <Interviewer
        setup={setup}
        token={token}
        outbox={outbox}
        server={server}
        speech={speech}
        timings={timings}
        status={status}
        staffWords={words}
        asks={asks}
        needsStaff={lost || status.quarantined > 0 || ["held", "portal"].includes(status.connection)}
        inert={panel || picking}
        picked={picked}
        onPickedTaken={() => setPicked(null)}
        onBusy={setBusy}
        onLost={() => setLost(true)}
        onStaff={() => setPanel(true)}
      />
      {panel && (
        <StaffPanel
          words={words}
          setup={setup}
          status={status}
          rescue={rescue}
          lost={lost}
          onAsk={() => {
            setPanel(false);
            setAsks(asks + 1);
          }}
          onRetry={() => void outbox.releaseQuarantine()}
          onEnrol={() => setEnrolling(true)}
          onPick={() => {
            setPanel(false);
            setPicking(true);
          }}
          onClose={() => setPanel(false)}
        />
      )}
      {picking && (
        <PickVisit
          words={words}
          setup={setup}
          token={token}
          server={server}
          timings={timings}
          onPicked={(visit) => {
            setPicked(visit);
            setPicking(false);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </>
  );
}

function connectingWords({ connection }: OutboxStatus, words: StaffWords): string {
  if (connection === "portal") return words.portal;
  return connection === "unreachable" ? words.connectingFailed : words.connecting;
}

function useStatus(outbox: Outbox): OutboxStatus {
  const [status, setStatus] = useState(outbox.status);
  useEffect(() => {
    const unsubscribe = outbox.subscribe(setStatus);
    return () => {
      unsubscribe();
    };
  }, [outbox]);
  return status;
}
