package org.homeward.outreach;

import java.net.URI;
import java.time.LocalDate;
import java.util.Optional;
import org.homeward.facility.Facility;

/**
 * To whom something is said, as far as a text may know: it names the visit by its date only.
 *
 * @param visit the day of the discharge; empty where nobody was discharged
 * @param today the facility's day
 * @param link the patient's own page, where there is one
 */
public record Occasion(
    Facility facility,
    String language,
    Optional<LocalDate> visit,
    LocalDate today,
    Optional<URI> link) {}
