package org.homeward.outreach;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.PhoneZones;
import org.homeward.facility.Facility;
import org.homeward.plan.OutreachPlan;
import org.homeward.plan.OutreachPlans;
import org.homeward.plan.OutreachPlans.Edition;
import org.homeward.plan.PatientHours;

/** What a facility's plan says of one patient and one text. */
public final class HouseRules {
  private final OutreachPlans plans;
  private final PhoneZones phoneZones;

  public HouseRules(OutreachPlans plans, PhoneZones phoneZones) {
    this.plans = plans;
    this.phoneZones = phoneZones;
  }

  /** Those in force now. */
  public InForce at(Facility facility) {
    return new InForce(facility, plans.inForce(facility.id()));
  }

  /** The rules of one facility, as long as one piece of work lasts. */
  public final class InForce {
    private final Facility facility;
    private final Edition edition;

    private InForce(Facility facility, Edition edition) {
      this.facility = facility;
      this.edition = edition;
    }

    public OutreachPlan plan() {
      return edition.plan();
    }

    public int edition() {
      return edition.number();
    }

    /**
     * When a patient may be texted.
     *
     * @param zone the patient's, when it was entered
     */
    public PatientHours hours(Optional<ZoneId> zone, Optional<PhoneNumber> number) {
      return plan().hours(zone, number.map(phoneZones::of).orElse(List.of()), facility.zone());
    }

    /** Whether a waiting text may go now. */
    public Clearance clear(Outbox.Waiting text, Instant now) {
      return Clearance.of(text, hours(text.zone(), text.recipient()), plan().caps(), now);
    }
  }
}
