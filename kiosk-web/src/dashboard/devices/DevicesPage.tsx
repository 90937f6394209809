import { useEffect, useState } from "preact/hooks";
import { type Enrolment, enrolKiosk, type Facility, type Kiosk, kiosks, type Page } from "../api";
import { unitName } from "../appContext";
import { useAction, useLoad, useNow } from "../parts/hooks";
import { Empty, Field, ProblemNote, Skeleton } from "../parts/parts";
import { Qr } from "../parts/Qr";
import { heldAt, setUpAt } from "../route";
import { left } from "./countdown";
import { KioskDialog } from "./KioskDialog";
import { type KioskAction, KioskRow } from "./KioskRow";
import { UnitPins } from "./UnitPins";

/** While a code is out somebody waits for the tablet; otherwise tablets report every few minutes. */
const WATCH = 3_000;
const LOOK_AGAIN = 30_000;

export function DevicesPage({ facility }: { facility: Facility }) {
  const loaded = useLoad(`kiosks ${facility.id}`, () => allKiosks(facility.id));
  const [offered, setOffered] = useState<{ enrolment: Enrolment; known: string[] } | null>(null);
  const [chosen, setChosen] = useState<{ kiosk: Kiosk; action: KioskAction } | null>(null);
  const now = useNow(offered ? 1_000 : 30_000);
  const list = loaded.value;
  const enrolled = offered && list?.find((kiosk) => !offered.known.includes(kiosk.id));

  const { reload } = loaded;
  const waiting = offered !== null && !enrolled;
  useEffect(() => {
    const timer = setInterval(
      () => {
        if (document.visibilityState === "visible") void reload();
      },
      waiting ? WATCH : LOOK_AGAIN,
    );
    return () => clearInterval(timer);
  }, [waiting, reload]);

  if (facility.units.length === 0) {
    return (
      <section>
        <h1>Devices</h1>
        <Empty title="First, a unit">
          <p>
            A tablet stands in a ward, department or clinic. <a href={setUpAt(facility.id)}>Add the first unit</a>.
          </p>
        </Empty>
      </section>
    );
  }
  return (
    <section>
      <h1>Devices</h1>
      <p>
        Answers that a tablet could not send are under <a href={heldAt(facility.id)}>Held answers</a>.
      </p>
      <div class="columns columns-form">
        <div>
          <EnrolForm
            facility={facility}
            onOffered={(enrolment) => setOffered({ enrolment, known: (loaded.value ?? []).map((kiosk) => kiosk.id) })}
          />
          {offered && <Offer facility={facility} enrolment={offered.enrolment} now={now} enrolled={enrolled ?? null} />}
          <UnitPins facility={facility} />
        </div>
        <section class="panel" aria-labelledby="kiosks-heading">
          <h2 id="kiosks-heading">Tablets</h2>
          <ProblemNote problem={loaded.problem} />
          {!list && !loaded.problem && <Skeleton rows={4} />}
          {list?.length === 0 && (
            <p class="quiet">
              No tablet is enrolled yet. Make a code, open it on the tablet, and the tablet asks its first patient.
            </p>
          )}
          <ul class="devices" data-testid="kiosks">
            {list?.map((kiosk) => (
              <KioskRow
                key={kiosk.id}
                facility={facility}
                kiosk={kiosk}
                now={now}
                onAction={(action) => setChosen({ kiosk, action })}
              />
            ))}
          </ul>
        </section>
      </div>
      {chosen && <KioskDialog facility={facility} {...chosen} onChanged={reload} onClose={() => setChosen(null)} />}
    </section>
  );
}

async function allKiosks(facility: string): Promise<Kiosk[]> {
  const all: Kiosk[] = [];
  let after: string | undefined;
  do {
    const page: Page<Kiosk> = await kiosks(facility, after);
    all.push(...page.items);
    after = page.next ?? undefined;
  } while (after);
  return all;
}

function EnrolForm({ facility, onOffered }: { facility: Facility; onOffered: (enrolment: Enrolment) => void }) {
  const [unitId, setUnit] = useState(facility.units[0]?.id ?? "");
  const [name, setName] = useState("");
  const { busy, problem, run } = useAction();
  return (
    <section class="panel" aria-labelledby="enrol-heading">
      <h2 id="enrol-heading">Enrol a tablet</h2>
      <form
        data-testid="enrol-form"
        onSubmit={(event) => {
          event.preventDefault();
          void run(async () => {
            onOffered(await enrolKiosk(facility.id, unitId, name.trim()));
            setName("");
          });
        }}
      >
        <Field label="Unit">
          {(attributes) => (
            <select {...attributes} name="unit" value={unitId} onChange={(event) => setUnit(event.currentTarget.value)}>
              {facility.units.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.name}
                </option>
              ))}
            </select>
          )}
        </Field>
        <Field label="Name of the tablet" hint="So that you know it again, such as “Exit, left”.">
          {(attributes) => (
            <input
              {...attributes}
              name="name"
              required
              maxLength={60}
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
        <ProblemNote problem={problem} kept="No code was made." />
        <div class="actions">
          <button type="submit" class="primary" disabled={busy}>
            Make a code
          </button>
        </div>
      </form>
    </section>
  );
}

interface OfferProps {
  facility: Facility;
  enrolment: Enrolment;
  now: Date;
  enrolled: Kiosk | null;
}

function Offer({ facility, enrolment, now, enrolled }: OfferProps) {
  const remaining = left(enrolment.expiresAt, now);
  return (
    <section class="panel offer" aria-labelledby="offer-heading" data-testid="enrolment">
      <h2 id="offer-heading">Enrolment code</h2>
      {enrolled ? (
        <p class="note" role="status" data-testid="enrolled">
          “{enrolled.name}” is enrolled in {unitName(facility, enrolled.unitId)} and ready to ask.
        </p>
      ) : remaining === null ? (
        <p class="note" role="status">
          This code has expired and no tablet used it. Make another.
        </p>
      ) : (
        <>
          <Qr text={enrolment.url} label="Opens the enrolment on the tablet" />
          <p class="code code-large" data-field="enrolment-code">
            {enrolment.code}
          </p>
          <p>
            Scan this with the tablet’s camera, or open{" "}
            <strong data-field="enrolment-url" data-url={enrolment.url}>
              {enrolment.url.replace(/#.*$/, "")}
            </strong>{" "}
            on it and type the code.
          </p>
          <p class="quiet">
            Works once, for another <span class="figures">{remaining}</span>. This page says when the tablet is in.
          </p>
        </>
      )}
    </section>
  );
}
