import { HomeIcon, TabletIcon } from "../parts/icons";
import type { Setup } from "../setup";
import { useSaid } from "../speech/hooks";
import { linesOf } from "../speech/narrator";
import { few, spokenIn, wordsFor } from "../words";

interface WelcomeProps {
  setup: Setup;
  /** Something on this tablet needs a member of staff. */
  needsStaff: boolean;
  staffLabel: string;
  onLanguage: (language: string) => void;
  onStaff: () => void;
}

/** Whoever comes next: every language speaks for itself, since we do not know theirs yet. */
export function Welcome({ setup, needsStaff, staffLabel, onLanguage, onStaff }: WelcomeProps) {
  useSaid(
    wordsFor(setup, setup.languages[0] ?? "en"),
    setup.languages.flatMap((language) => {
      const words = wordsFor(setup, language);
      return linesOf(words, [words("language.name"), words("kiosk.speech.twice")]);
    }),
  );
  const many = setup.languages.length > few;
  const everyone = many ? setup.languages.slice(0, 1) : setup.languages;
  return (
    <main class="page welcome" data-many={many} data-testid="screen-welcome">
      <header class="welcome-head">
        <HomeIcon />
        <p>{setup.facility.name}</p>
      </header>
      <h1>
        {everyone.map((language) => (
          <span key={language} {...spokenIn(setup, language)}>
            {wordsFor(setup, language)("kiosk.welcome.title")}
          </span>
        ))}
      </h1>
      <div class="languages">
        {setup.languages.map((language) => {
          const words = wordsFor(setup, language);
          return (
            <button
              type="button"
              class="language"
              key={language}
              {...spokenIn(setup, language)}
              data-testid={`language-${language}`}
              data-says={words("language.name")}
              onClick={() => onLanguage(language)}
            >
              <span class="language-name">{words("language.name")}</span>
              <span class="language-says" data-also>
                {words("kiosk.welcome.text")}
              </span>
              <span hidden data-also>
                {words("kiosk.speech.twice")}
              </span>
              {many ? (
                <span class="language-staff">{words("kiosk.staff")}</span>
              ) : (
                <span class="language-start">{words("kiosk.welcome.start")}</span>
              )}
            </button>
          );
        })}
      </div>
      <footer class="welcome-foot">
        <p>
          {!many &&
            setup.languages.map((language) => (
              <span key={language} {...spokenIn(setup, language)}>
                {wordsFor(setup, language)("kiosk.staff")}{" "}
              </span>
            ))}
        </p>
        <button
          type="button"
          data-for-staff
          class="staff-corner"
          data-testid="staff-corner"
          aria-label={staffLabel}
          onClick={onStaff}
        >
          <TabletIcon />
          {needsStaff && (
            <span class="staff-mark" data-testid="staff-mark" aria-hidden="true">
              !
            </span>
          )}
        </button>
      </footer>
    </main>
  );
}
