import { useState } from "preact/hooks";
import { type Facility, type TextProof, textProofs } from "../api";
import { languageName } from "../format/words";
import { useLoad } from "../parts/hooks";
import { Field, ProblemNote, Skeleton } from "../parts/parts";
import { setUpAt } from "../route";

/** Every text that patients may get, as one of them would, and what the carrier will count. */
export function TextsPage({ facility }: { facility: Facility }) {
  const loaded = useLoad(`texts ${facility.id}`, () => textProofs(facility.id));
  const [language, setLanguage] = useState(facility.languages[0] ?? "en");
  const texts = (loaded.value?.items ?? []).filter((text) => text.language === language);
  return (
    <section>
      <h1>Texts</h1>
      <p class="lead">
        Every text that patients of {facility.name} may get, filled in as for somebody who left two days ago. Carriers
        count in segments: 160 characters for one, 153 each for more. A single character outside their alphabet, such as
        a curly quote, an accent or an emoji, brings that down to 70 and 67.
      </p>
      <p>
        <a href={setUpAt(facility.id)}>Back to set-up</a>
      </p>
      <ProblemNote problem={loaded.problem} />
      <Field label="Language">
        {(attributes) => (
          <select
            {...attributes}
            value={language}
            data-testid="texts-language"
            onChange={(event) => setLanguage(event.currentTarget.value)}
          >
            {facility.languages.map((one) => (
              <option key={one} value={one}>
                {languageName(one)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {!loaded.value && !loaded.problem && <Skeleton rows={6} />}
      {texts.length > 0 && (
        <>
          <p data-testid="texts-summary">{summary(texts)}</p>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reachable by keyboard */}
          <section class="wide" tabIndex={0} aria-label="Texts and what they cost">
            <table data-testid="texts">
              <caption class="visually-hidden">Texts in {languageName(language)}</caption>
              <thead>
                <tr>
                  <th scope="col">Text</th>
                  <th scope="col">Characters</th>
                  <th scope="col">Segments</th>
                  <th scope="col">Alphabet</th>
                </tr>
              </thead>
              <tbody>
                {texts.map((text, index) => (
                  <tr key={index} data-costly={text.costly.length > 0}>
                    <td class="text">
                      <span class="text-body" lang={text.language} dir="auto">
                        {text.body}
                      </span>
                      <span class="quiet text-note">{text.key}</span>
                    </td>
                    <td class="figures">{text.characters}</td>
                    <td class="figures">{text.segments}</td>
                    <td class="text alphabet">
                      {text.encoding}
                      {text.costly.length > 0 && <span class="quiet text-note">because of {because(text.costly)}</span>}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </>
      )}
    </section>
  );
}

const MOST_NAMED = 12;

function because(costly: string[]): string {
  const named = costly.slice(0, MOST_NAMED).join(" ");
  return costly.length > MOST_NAMED ? `${named} and ${costly.length - MOST_NAMED} more` : named;
}

function summary(texts: TextProof[]): string {
  const costly = texts.filter((text) => text.encoding === "UCS-2").length;
  const longest = Math.max(...texts.map((text) => text.segments));
  const alphabet =
    costly === 0
      ? "All are in the carriers’ alphabet."
      : `${costly} of ${texts.length} are not in the carriers’ alphabet and cost about twice as much.`;
  return `${alphabet} The longest takes ${longest} ${longest === 1 ? "segment" : "segments"}.`;
}
