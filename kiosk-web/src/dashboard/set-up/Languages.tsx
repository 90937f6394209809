import { useState } from "preact/hooks";
import { chooseLanguages, type Facility, type Language, languages, type Voices, voices } from "../api";
import { useApp } from "../appContext";
import { moment } from "../format/dates";
import { languageName } from "../format/words";
import { useAction, useLoad } from "../parts/hooks";
import { Confirm, ProblemNote, Skeleton } from "../parts/parts";
import { reviewed, spoken } from "./languageFacts";

/** Which languages patients may choose, how far each can be trusted, and who decided it. */
export function Languages({ facility }: { facility: Facility }) {
  const { refresh } = useApp();
  const loaded = useLoad(`languages ${facility.id}`, () => languages(facility.id));
  const heard = useLoad("voices", voices);
  const { busy, problem, run } = useAction();
  const [draft, setDraft] = useState<Language | null>(null);
  const list = loaded.value;
  const enabled = list?.enabled ?? [];
  const choose = async (chosen: string[], confirmedDrafts: string[] = []) => {
    loaded.set(await chooseLanguages(facility.id, chosen, confirmedDrafts));
    await refresh();
  };
  const ordered = [...(list?.languages ?? [])].sort((one, other) => placeOf(one) - placeOf(other));
  function placeOf({ language }: Language) {
    const place = enabled.indexOf(language);
    return place < 0 ? enabled.length : place;
  }
  return (
    <section class="panel" aria-labelledby="languages-heading">
      <h2 id="languages-heading">Languages</h2>
      <p class="quiet">
        Patients see the enabled ones on tablets and in texts, in this order. Who speaks none of them is written to in
        the first.
      </p>
      <ProblemNote problem={problem ?? loaded.problem} />
      {!list && !loaded.problem && <Skeleton rows={4} />}
      <ul class="devices" data-testid="languages">
        {ordered.map((one) => {
          const place = enabled.indexOf(one.language);
          return (
            <li key={one.language} data-testid={`language-${one.language}`} data-enabled={place >= 0}>
              <div class="row-main">
                <strong>{languageName(one.language)}</strong>
                <span lang={one.language} dir={one.direction}>
                  {one.name}
                </span>
                {place >= 0 && <span class="tag">{place === 0 ? "First" : "Enabled"}</span>}
              </div>
              <div class="row-facts quiet">
                {reviewed(one)}
                {heard.value && ` ${spoken(one, heard.value)}`}
                {one.decidedBy &&
                  one.decidedAt &&
                  ` ${place >= 0 ? "Enabled" : "Taken out"} by ${one.decidedBy}, ${moment(one.decidedAt, facility.zone)}.`}
              </div>
              <div class="row-link actions">
                {place > 0 && (
                  <button
                    type="button"
                    disabled={busy}
                    data-testid="language-first"
                    onClick={() =>
                      run(() => choose([one.language, ...enabled.filter((other) => other !== one.language)]))
                    }
                  >
                    Put first<span class="visually-hidden"> {languageName(one.language)}</span>
                  </button>
                )}
                {place >= 0 && enabled.length > 1 && (
                  <button
                    type="button"
                    disabled={busy}
                    data-testid="language-out"
                    onClick={() => run(() => choose(enabled.filter((other) => other !== one.language)))}
                  >
                    Take out<span class="visually-hidden"> {languageName(one.language)}</span>
                  </button>
                )}
                {place < 0 && (
                  <button
                    type="button"
                    disabled={busy}
                    data-testid="language-in"
                    onClick={() =>
                      one.review === "draft" ? setDraft(one) : run(() => choose([...enabled, one.language]))
                    }
                  >
                    Enable<span class="visually-hidden"> {languageName(one.language)}</span>
                  </button>
                )}
              </div>
            </li>
          );
        })}
      </ul>
      {draft && (
        <Confirm
          title={`Enable ${languageName(draft.language)}?`}
          action="Enable it all the same"
          onConfirm={() => choose([...enabled, draft.language], [draft.language])}
          onClose={() => setDraft(null)}
        >
          <Warning draft={draft} heard={heard.value} />
        </Confirm>
      )}
    </section>
  );
}

function Warning({ draft, heard }: { draft: Language; heard: Voices | null }) {
  return (
    <>
      <p>
        Nobody has reviewed this language yet. It is a draft, and a wrong word can mislead a patient. Have someone who
        speaks it well read every text first.
      </p>
      {heard && <p>{spoken(draft, heard)}</p>}
      <p>Your name and the time are recorded.</p>
    </>
  );
}
