package org.homeward.discharge;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.homeward.facility.FacilityId;
import org.homeward.facility.UnitId;

/**
 * The discharges of facilities. {@code by} says who did it: {@code person:<id>}, {@code
 * token:<name>}.
 */
public interface Discharges {

  /** Idempotent by visit number. Throws {@link UnitUnknown}. */
  Entry enter(FacilityId facility, VisitNumber visitNumber, Particulars particulars, String by);

  /** Enters all or, when it throws, none. */
  List<Entry> enterAll(FacilityId facility, Map<VisitNumber, Particulars> particulars, String by);

  /** Empty when there is no such discharge. Throws {@link UnitUnknown}. */
  Optional<Discharge> correct(
      FacilityId facility, UUID discharge, UnaryOperator<Particulars> correction, String by);

  Optional<Discharge> mark(FacilityId facility, UUID discharge, Standing standing);

  Optional<Discharge> find(FacilityId facility, UUID discharge);

  Optional<Discharge> find(FacilityId facility, VisitNumber visitNumber);

  Optional<Discharge> find(FacilityId facility, VisitCode visitCode);

  /** Newest first. */
  List<Discharge> list(FacilityId facility, Selection selection);

  /**
   * Which discharges, and from where on.
   *
   * @param after the discharge that ended the page before
   */
  record Selection(
      Optional<UnitId> unit, Optional<LocalDate> day, Optional<UUID> after, int limit) {}

  /** The facility has no such unit. Nothing was stored. */
  final class UnitUnknown extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnitUnknown() {
      super("The facility has no such unit");
    }
  }
}
