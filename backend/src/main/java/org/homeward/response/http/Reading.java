package org.homeward.response.http;

import java.util.Optional;
import java.util.function.Function;
import org.homeward.discharge.PhoneBook;
import org.homeward.facility.Facility;
import org.homeward.facility.FacilityId;
import org.homeward.survey.Catalogue;

/**
 * What a submission is understood with.
 *
 * @param facility looked up for the few that need more of it than its id
 */
public record Reading(
    Catalogue catalogue, PhoneBook phones, Function<FacilityId, Optional<Facility>> facility) {}
