import { useEffect, useMemo, useState } from "preact/hooks";
import { Face } from "../kiosk/parts/Face";
import { Heading } from "../kiosk/parts/Page";
import { type Asked, linkServer } from "./link";
import { loneWords } from "./loneWords";
import { Questions } from "./Questions";
import { StopTexts } from "./StopTexts";
import { wordsOf } from "./words";

type Shown = { type: "opening" } | { type: "unknown" } | { type: "unreachable" } | { type: "asked"; asked: Asked };

interface MobileProps {
  fetch: typeof globalThis.fetch;
  /** From the page's address. */
  token: string;
  /** The browser's languages, best first. */
  preferred: readonly string[];
}

/** What a link in a text opens: the same questions as on the kiosk, on the patient's own phone. */
export function Mobile({ fetch, token, preferred }: MobileProps) {
  const server = useMemo(() => linkServer(fetch, token), [fetch, token]);
  const [shown, setShown] = useState<Shown>({ type: "opening" });

  async function open(language: string | null) {
    const reached = await server.open(language);
    setShown(reached.type === "reached" ? { type: "asked", asked: reached.value } : reached);
  }
  useEffect(() => void open(null), [server]);

  switch (shown.type) {
    case "opening":
      return <main class="page ending" aria-busy="true" />;
    case "unknown":
    case "unreachable":
      return <Alone because={shown.type} preferred={preferred} onAgain={() => void open(null)} />;
    case "asked":
      return <Course key={shown.asked.language} asked={shown.asked} server={server} onLanguage={open} />;
  }
}

interface CourseProps {
  asked: Asked;
  server: ReturnType<typeof linkServer>;
  onLanguage: (language: string) => void;
}

function Course({ asked, server, onLanguage }: CourseProps) {
  const words = useMemo(() => wordsOf(asked), [asked]);
  const [status, setStatus] = useState(asked.status);
  const [begun, setBegun] = useState(false);
  useEffect(() => {
    document.documentElement.lang = asked.language;
    document.documentElement.dir = words("catalogue.direction");
    document.title = asked.facility.name;
  }, [asked, words]);

  if (status === "open" && begun) {
    return <Questions asked={asked} words={words} server={server} onEnded={setStatus} />;
  }
  const stop = <StopTexts words={words} server={server} />;
  switch (status) {
    case "open":
      return (
        <main class="page link-start" data-testid="link-start">
          <header class="link-from">
            <span>{asked.facility.name}</span>
            {asked.languages.length > 1 && <Languages asked={asked} onLanguage={onLanguage} />}
          </header>
          {asked.facility.demonstration && <p class="demonstration">{words("kiosk.demonstration")}</p>}
          <div class="link-says">
            <Heading>{words("link.title")}</Heading>
            <p>{words("link.text", { facility: asked.facility.name })}</p>
            {asked.answered.length > 0 && <p data-testid="resumed">{words("link.resumed")}</p>}
            <button type="button" class="primary" data-testid="start" onClick={() => setBegun(true)}>
              {words("link.start")}
            </button>
          </div>
          {stop}
        </main>
      );
    case "done":
      return begun ? (
        <Ended testid="thanks" title={words("kiosk.thanks.title")} text={words("link.thanks.text")} foot={stop} />
      ) : (
        <Ended testid="answered" title={words("kiosk.answered.title")} text={words("link.thanks.text")} foot={stop} />
      );
    case "over":
      return <Ended testid="over" title={words("link.over.title")} text={words("link.over.text")} foot={stop} />;
  }
}

function Languages({ asked, onLanguage }: { asked: Asked; onLanguage: (language: string) => void }) {
  return (
    <ul class="link-languages">
      {asked.languages
        .filter(({ code }) => code !== asked.language)
        .map(({ code, name }) => (
          <li key={code}>
            <button
              type="button"
              class="quiet"
              lang={code}
              data-testid={`language-${code}`}
              onClick={() => onLanguage(code)}
            >
              {name}
            </button>
          </li>
        ))}
    </ul>
  );
}

interface EndedProps {
  testid: string;
  title: string;
  text: string;
  foot: preact.ComponentChildren;
}

function Ended({ testid, title, text, foot }: EndedProps) {
  return (
    <main class="page link-start" data-testid={testid}>
      <div class="link-says">
        <Face answer="yes" />
        <Heading>{title}</Heading>
        <p>{text}</p>
      </div>
      {foot}
    </main>
  );
}

interface AloneProps {
  because: "unknown" | "unreachable";
  preferred: readonly string[];
  onAgain: () => void;
}

/** The service has said nothing, so the page has only the words that it brought along. */
function Alone({ because, preferred, onAgain }: AloneProps) {
  const { language, words } = useMemo(() => loneWords(preferred), [preferred]);
  useEffect(() => {
    document.documentElement.lang = language;
    document.documentElement.dir = words("catalogue.direction");
  }, [language, words]);
  return (
    <main class="page link-start" data-testid={because}>
      <div class="link-says" role="alert">
        <Face answer="partly" />
        <Heading>{words(`link.${because}.title`)}</Heading>
        <p>{words(`link.${because}.text`)}</p>
        {because === "unreachable" && (
          <button type="button" class="primary" data-testid="again" onClick={onAgain}>
            {words("link.again")}
          </button>
        )}
      </div>
    </main>
  );
}
