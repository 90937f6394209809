import { useState } from "preact/hooks";
import { showVisitCode } from "../../shared/visitCode";
import {
  type Conversation,
  conversations,
  type Discharge,
  discharge,
  type Facility,
  markDischarge,
  outlook,
  type Standing,
  stopTexts,
} from "../api";
import { unitName } from "../appContext";
import { moment, today } from "../format/dates";
import { languageName, standingName, touchpointName } from "../format/words";
import { type Loaded, useLoad } from "../parts/hooks";
import { Confirm, ProblemNote, Skeleton } from "../parts/parts";
import { dischargesAt, slipAt } from "../route";
import { CorrectionForm } from "./CorrectionForm";
import { markings, nextStandings } from "./standing";
import { Why } from "./Why";

export function DischargePage({ facility, id }: { facility: Facility; id: string }) {
  const loaded = useLoad(`discharge ${facility.id} ${id}`, () => discharge(facility.id, id));
  const talks = useLoad(`conversations ${facility.id} ${id}`, () => conversations(facility.id, id));
  const why = useLoad(`outlook ${facility.id} ${id}`, () => outlook(facility.id, id));
  const reloadTexts = () => {
    void talks.reload();
    void why.reload();
  };
  const found = loaded.value;
  return (
    <section>
      <p class="back">
        <a href={dischargesAt(facility.id, found ? today(new Date(found.dischargedAt), facility.zone) : undefined)}>
          ← Discharges
        </a>
      </p>
      <ProblemNote problem={loaded.problem} />
      {!found && !loaded.problem && <Skeleton rows={6} />}
      {found && (
        <>
          <div class="page-head">
            <h1>
              Visit {found.visitNumber} <span class="tag">{standingName[found.standing]}</span>
            </h1>
            <a class="button primary" href={slipAt(facility.id, found.id)}>
              Print the slip
            </a>
          </div>
          <div class="columns">
            <div>
              <Facts facility={facility} found={found} />
              <Marks
                key={found.standing}
                facility={facility}
                found={found}
                onMarked={(marked) => {
                  loaded.set(marked);
                  reloadTexts();
                }}
              />
            </div>
            <div>
              <CorrectionForm
                key={found.correctedAt ?? found.createdAt}
                facility={facility}
                discharge={found}
                onCorrected={(corrected) => {
                  loaded.set(corrected);
                  reloadTexts();
                }}
              />
              <FollowUp facility={facility} found={found} talks={talks} />
              {found.phoneEnding && <NoTexts facility={facility} found={found} onStopped={() => void talks.reload()} />}
              <Why facility={facility} outlook={why} />
            </div>
          </div>
        </>
      )}
    </section>
  );
}

function Facts({ facility, found }: { facility: Facility; found: Discharge }) {
  return (
    <dl class="facts panel" data-testid="discharge-facts">
      <dt>Visit code</dt>
      <dd class="code" data-field="visit-code">
        {showVisitCode(found.visitCode)}
      </dd>
      <dt>Unit</dt>
      <dd>{unitName(facility, found.unitId)}</dd>
      <dt>Discharged</dt>
      <dd>{moment(found.dischargedAt, facility.zone)}</dd>
      <dt>Language</dt>
      <dd>{languageName(found.language)}</dd>
      <dt>Phone</dt>
      <dd>{found.phoneEnding ? `ends in ${found.phoneEnding}` : "none"}</dd>
      {found.zone && (
        <>
          <dt>Goes home to</dt>
          <dd>{found.zone.replaceAll("_", " ")} time</dd>
        </>
      )}
      <dt>Texts</dt>
      <dd>
        {found.consent
          ? `agreed ${moment(found.consent.givenAt, facility.zone)} (wording ${found.consent.wordingVersion}, ${languageName(found.consent.language)})`
          : "no consent, so no texts"}
      </dd>
      <dt>Answered</dt>
      <dd>
        {found.answered.length > 0
          ? found.answered.map((touchpoint) => touchpointName[touchpoint].toLowerCase()).join(", ")
          : "not yet"}
      </dd>
      <dt>Entered</dt>
      <dd>
        {moment(found.createdAt, facility.zone)}
        {found.correctedAt && `, corrected ${moment(found.correctedAt, facility.zone)}`}
      </dd>
    </dl>
  );
}

interface MarksProps {
  facility: Facility;
  found: Discharge;
  onMarked: (marked: Discharge) => void;
}

function Marks({ facility, found, onMarked }: MarksProps) {
  const [asking, setAsking] = useState<Standing | null>(null);
  return (
    <section class="panel" aria-labelledby="marks-heading">
      <h2 id="marks-heading">{found.standing === "active" ? "If something changed" : standingName[found.standing]}</h2>
      {found.standing !== "active" && <p>Nothing more is asked for this discharge.</p>}
      <div class="actions">
        {nextStandings(found.standing).map((standing) => (
          <button key={standing} type="button" data-testid={`mark-${standing}`} onClick={() => setAsking(standing)}>
            {markings[standing].action}
          </button>
        ))}
      </div>
      {asking && (
        <Confirm
          title={markings[asking].title}
          action={markings[asking].action}
          onConfirm={async () => onMarked(await markDischarge(facility.id, found.id, asking))}
          onClose={() => setAsking(null)}
        >
          <ul>
            {markings[asking].stops.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Confirm>
      )}
    </section>
  );
}

interface NoTextsProps {
  facility: Facility;
  found: Discharge;
  onStopped: () => void;
}

/** What a patient says to somebody counts like a STOP from their phone. */
function NoTexts({ facility, found, onStopped }: NoTextsProps) {
  const [step, setStep] = useState<"offered" | "asking" | "stopped">("offered");
  return (
    <section class="panel" aria-labelledby="no-texts-heading">
      <h2 id="no-texts-heading">If the patient wants no texts</h2>
      {step === "stopped" ? (
        <p role="status">The number that ends in {found.phoneEnding} gets no more texts from this hospital.</p>
      ) : (
        <div class="actions">
          <button type="button" data-testid="no-texts" onClick={() => setStep("asking")}>
            Does not want texts
          </button>
        </div>
      )}
      {step === "asking" && (
        <Confirm
          title="Stop texts to this number?"
          action="Stop texts"
          onConfirm={async () => {
            await stopTexts(facility.id, found.id);
            setStep("stopped");
            onStopped();
          }}
          onClose={() => setStep((now) => (now === "asking" ? "offered" : now))}
        >
          <ul>
            <li>
              All texts of this hospital to the number that ends in {found.phoneEnding} stop at once, for every visit.
            </li>
            <li>The patient can text START, or agree anew, to get them again.</li>
          </ul>
        </Confirm>
      )}
    </section>
  );
}

interface FollowUpProps {
  facility: Facility;
  found: Discharge;
  talks: Loaded<{ items: Conversation[] }>;
}

function FollowUp({ facility, found, talks }: FollowUpProps) {
  const list = talks.value?.items ?? [];
  return (
    <section class="panel" aria-labelledby="follow-up-heading">
      <h2 id="follow-up-heading">Follow-up by text message</h2>
      <ProblemNote problem={talks.problem} />
      {!talks.value && !talks.problem && <Skeleton rows={2} />}
      {talks.value && list.length === 0 && (
        <p class="quiet">
          {found.consent && found.phoneEnding
            ? "None planned."
            : "None: it takes a phone number and the patient’s consent."}
        </p>
      )}
      {list.map((talk) => (
        <div key={talk.id} data-testid="conversation" data-touchpoint={talk.touchpoint} data-state={talk.state}>
          <p>
            <strong>{touchpointName[talk.touchpoint] ?? talk.touchpoint}</strong>: {spoken(talk.state)}
            <span class="quiet">, due {moment(talk.dueAt, facility.zone)}</span>
          </p>
          {talk.messages.length > 0 && (
            <ol class="messages">
              {talk.messages.map((message, index) => (
                <li key={index}>
                  {message.direction === "out" ? "To the patient" : "From the patient"}: {spoken(message.purpose)},{" "}
                  {spoken(message.status)} <span class="quiet">{moment(message.at, facility.zone)}</span>
                  {message.errorCode && <span class="quiet"> (carrier’s code {message.errorCode})</span>}
                </li>
              ))}
            </ol>
          )}
        </div>
      ))}
      {list.length > 0 && <p class="quiet small">What was texted is not shown to anybody.</p>}
    </section>
  );
}

const spoken = (code: string) => code.replaceAll("-", " ").replaceAll("_", " ");
