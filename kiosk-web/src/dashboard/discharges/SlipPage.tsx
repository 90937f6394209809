import { showVisitCode } from "../../shared/visitCode";
import { discharge, type Facility } from "../api";
import { useApp } from "../appContext";
import { useLoad } from "../parts/hooks";
import { ProblemNote, Skeleton } from "../parts/parts";
import { Qr } from "../parts/Qr";
import { dischargeAt, dischargesAt } from "../route";

/**
 * The paper that the patient carries to the tablet. It names no patient, ward or illness. The QR holds the bare code: a
 * scanner that types, the tablet's camera and a patient's own phone all make something harmless of it.
 */
export function SlipPage({ facility, id }: { facility: Facility; id: string }) {
  const { slipWording } = useApp().session;
  const loaded = useLoad(`discharge ${facility.id} ${id}`, () => discharge(facility.id, id));
  const found = loaded.value;
  const wordings = found ? [...new Set([languageFor(facility, found.language), "en"])] : [];
  return (
    <section>
      <p class="back no-print">
        <a href={dischargesAt(facility.id)}>← Discharges</a>
        {found && <a href={dischargeAt(facility.id, found.id)}>This discharge</a>}
      </p>
      <h1 class="no-print">Slip for the patient</h1>
      <ProblemNote problem={loaded.problem} />
      {!found && !loaded.problem && <Skeleton rows={4} tall />}
      {found && (
        <>
          <div class="actions no-print">
            <button type="button" class="primary" onClick={() => window.print()}>
              Print
            </button>
            <span class="quiet">One small page (A6).</span>
          </div>
          <article class="slip" data-testid="slip">
            {facility.demonstration && <p class="slip-demonstration">Demonstration data</p>}
            <p class="slip-facility">{facility.name}</p>
            {wordings.map((tag, index) => {
              const wording = slipWording[tag];
              return (
                wording && (
                  <div
                    key={tag}
                    lang={tag}
                    dir={directionOf(wording)}
                    class={index === 0 ? "slip-first" : "slip-second"}
                  >
                    <p class="slip-title">{wording["slip.title"]}</p>
                    <p>{wording["slip.instructions"]}</p>
                    {index === 0 && (
                      <div class="slip-code">
                        <Qr text={found.visitCode} label="The visit code as a QR code" />
                        <p>
                          {wording["slip.code"]}
                          <strong class="code" dir="ltr" data-field="visit-code">
                            {showVisitCode(found.visitCode)}
                          </strong>
                        </p>
                      </div>
                    )}
                    <p>
                      {wording["slip.choice"]} {wording["slip.help"]}
                    </p>
                  </div>
                )
              );
            })}
          </article>
        </>
      )}
    </section>
  );
}

/** As the server chooses it for texts: the patient's own where it is enabled. */
function languageFor({ languages }: Facility, patients: string): string {
  return languages.includes(patients) ? patients : (languages[0] ?? "en");
}

function directionOf(wording: Record<string, string>): "ltr" | "rtl" {
  return wording["catalogue.direction"] === "rtl" ? "rtl" : "ltr";
}
