import { useEffect, useRef, useState } from "preact/hooks";
import { type Facility, session as loadSession, onSignInRequired, type Problem, type Session, signOut } from "./api";
import { AppContext, mayAdminister, useApp } from "./appContext";
import { DeskPage } from "./desk/DeskPage";
import { DevicesPage } from "./devices/DevicesPage";
import { DischargePage } from "./discharges/DischargePage";
import { DischargesPage } from "./discharges/DischargesPage";
import { SlipPage } from "./discharges/SlipPage";
import { HeldPage } from "./held/HeldPage";
import { Overview } from "./overview/Overview";
import { asProblem } from "./parts/hooks";
import { ProblemNote, Skeleton } from "./parts/parts";
import { deskAt, devicesAt, dischargesAt, overviewAt, parse, type Route, setUpAt } from "./route";
import { SeriesPage } from "./series/SeriesPage";
import { NewFacility } from "./set-up/NewFacility";
import { SetUpPage } from "./set-up/SetUpPage";
import { TextsPage } from "./set-up/TextsPage";
import { SignIn } from "./sign-in/SignIn";
import { TextingPage } from "./texting/TextingPage";

type Who = "asking" | "nobody" | "ended" | Session;

export function Dashboard() {
  const [who, setWho] = useState<Who>("asking");
  const [problem, setProblem] = useState<Problem | null>(null);
  const route = useRoute();
  const refresh = async () => {
    try {
      setWho(await loadSession());
      setProblem(null);
    } catch (thrown) {
      const told = asProblem(thrown);
      if (told.code === "sign-in-required") setWho((before) => (before === "asking" ? "nobody" : before));
      else setProblem(told);
    }
  };
  useEffect(() => {
    onSignInRequired(() => setWho((before) => (typeof before === "object" ? "ended" : "nobody")));
    void refresh();
  }, []);

  if (who === "nobody" || who === "ended") return <SignIn ended={who === "ended"} onSignedIn={setWho} />;
  if (who === "asking") {
    return (
      <main class="page" id="main">
        {problem ? <ProblemNote problem={problem} /> : <Skeleton rows={3} tall />}
        {problem && (
          <button type="button" onClick={() => void refresh()}>
            Try again
          </button>
        )}
      </main>
    );
  }
  return (
    <AppContext.Provider
      value={{
        session: who,
        route,
        refresh,
        signOut: async () => {
          await signOut();
          location.hash = "";
          setWho("nobody");
        },
      }}
    >
      <Shell session={who} route={route} />
    </AppContext.Provider>
  );
}

function useRoute(): Route {
  const [route, setRoute] = useState(() => parse(location.hash));
  useEffect(() => {
    const read = () => setRoute(parse(location.hash));
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, []);
  return route;
}

const titles: Record<Route["page"], string> = {
  overview: "Overview",
  series: "Chart",
  discharges: "Discharges",
  discharge: "Discharge",
  slip: "Slip",
  devices: "Devices",
  held: "Held answers",
  desk: "Desk",
  "set-up": "Set-up",
  texting: "When patients are texted",
  texts: "Texts",
  "new-facility": "New facility",
};

function Shell({ session, route }: { session: Session; route: Route }) {
  const main = useRef<HTMLElement>(null);
  const facility = session.facilities.find((each) => each.id === route.facility) ?? session.facilities[0];
  const creating = !facility || route.page === "new-facility";
  const page = creating ? "new-facility" : route.page;
  const shown = useRef(`${page} ${route.id}`);
  useEffect(() => {
    document.title = `${titles[page]} · ${facility?.name ?? "Homeward"}`;
    const now = `${page} ${route.id}`;
    if (shown.current !== now) {
      shown.current = now;
      scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
  }, [page, route.id, facility?.name]);
  return (
    <>
      <button type="button" class="skip" onClick={() => main.current?.focus()}>
        Skip to the page
      </button>
      {facility?.demonstration && (
        <aside class="demonstration" aria-label="About these data" data-testid="demonstration">
          <strong>Demonstration data</strong>
          <span>Nobody’s answers: these numbers were made up.</span>
        </aside>
      )}
      <Header facility={facility} page={page} />
      <main class="page" id="main" ref={main} tabIndex={-1}>
        {creating ? (
          session.canCreateFacility ? (
            <NewFacility />
          ) : (
            <NoFacility />
          )
        ) : (
          <Page key={facility.id} facility={facility} route={route} />
        )}
      </main>
    </>
  );
}

function Page({ facility, route }: { facility: Facility; route: Route }) {
  if (!mayAdminister(facility) && !["overview", "series"].includes(route.page)) {
    return (
      <section class="narrow">
        <h1>Not for your role</h1>
        <p>
          You can read the charts of {facility.name}. Discharges, devices and set-up are its administrators’.{" "}
          <a href={overviewAt(facility.id)}>Go to the charts</a>
        </p>
      </section>
    );
  }
  switch (route.page) {
    case "series":
      return <SeriesPage facility={facility} />;
    case "discharges":
      return <DischargesPage facility={facility} />;
    case "discharge":
      return <DischargePage key={route.id} facility={facility} id={route.id ?? ""} />;
    case "slip":
      return <SlipPage key={route.id} facility={facility} id={route.id ?? ""} />;
    case "devices":
      return <DevicesPage facility={facility} />;
    case "held":
      return <HeldPage facility={facility} />;
    case "texting":
      return <TextingPage facility={facility} />;
    case "desk":
      return <DeskPage facility={facility} />;
    case "set-up":
      return <SetUpPage facility={facility} />;
    case "texts":
      return <TextsPage facility={facility} />;
    case "overview":
    case "new-facility":
      return <Overview facility={facility} />;
  }
}

function Header({ facility, page }: { facility: Facility | undefined; page: Route["page"] }) {
  const { session, signOut: leave, route } = useApp();
  const [problem, setProblem] = useState<Problem | null>(null);
  const links = facility
    ? [
        { name: "Overview", href: overviewAt(facility.id), pages: ["overview", "series"] },
        ...(mayAdminister(facility)
          ? [
              { name: "Desk", href: deskAt(facility.id, null), pages: ["desk"] },
              { name: "Discharges", href: dischargesAt(facility.id), pages: ["discharges", "discharge", "slip"] },
              { name: "Devices", href: devicesAt(facility.id), pages: ["devices", "held"] },
              { name: "Set-up", href: setUpAt(facility.id), pages: ["set-up", "texting", "texts"] },
            ]
          : []),
      ]
    : [];
  return (
    <header class="top">
      <span class="wordmark">Homeward</span>
      {facility && session.facilities.length > 1 && (
        <label class="inline">
          <span class="visually-hidden">Facility</span>
          <select
            value={facility.id}
            data-testid="facility-switcher"
            onChange={(event) => {
              location.hash = overviewAt(event.currentTarget.value, route.view);
            }}
          >
            {session.facilities.map((each) => (
              <option key={each.id} value={each.id}>
                {each.name}
              </option>
            ))}
          </select>
        </label>
      )}
      <nav aria-label="Pages" class="pages">
        {links.map((link) => (
          <a key={link.name} href={link.href} aria-current={link.pages.includes(page) ? "page" : undefined}>
            {link.name}
          </a>
        ))}
        {session.carrier.kind === "sandbox" && session.carrier.phonesUrl && (
          <a href={session.carrier.phonesUrl} target="_blank" rel="noreferrer" data-testid="sandbox-phones">
            Sandbox phones ↗
          </a>
        )}
      </nav>
      <span class="person">
        <span>{session.person.name}</span>
        <button
          type="button"
          class="linklike"
          data-testid="sign-out"
          onClick={() => void leave().catch((thrown) => setProblem(asProblem(thrown)))}
        >
          Sign out
        </button>
      </span>
      {problem && <ProblemNote problem={problem} kept="You are still signed in." />}
    </header>
  );
}

function NoFacility() {
  return (
    <section class="narrow">
      <h1>No facility yet</h1>
      <p>You are signed in, and belong to no facility. Ask an administrator to add you to one.</p>
    </section>
  );
}
