package org.homeward.outreach;

import java.util.Map;
import org.homeward.facility.Facility;
import org.homeward.survey.Catalogue;

/** Words what we say, in the patient's language where their facility has enabled it. */
public final class Script {
  private final Catalogue catalogue;

  public Script(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  /** The version of the instrument whose questions are asked. */
  public int instrument() {
    return catalogue.version();
  }

  public String words(Saying saying, Facility facility, String language) {
    return catalogue
        .in(facility.languageFor(language))
        .text(
            saying.key(),
            Map.of(
                "facility", typewritten(facility.name()),
                "callback", facility.callbackNumber().orElse("")));
  }

  public Saying help(Facility facility) {
    return facility.callbackNumber().isPresent() ? Saying.HELP : Saying.HELP_WITHOUT_CALLBACK;
  }

  /** One curly quote or long dash would turn a whole text into UCS-2 and double its segments. */
  private static String typewritten(String name) {
    return name.replaceAll("[‘’]", "'").replaceAll("[“”]", "\"").replaceAll("[–—]", "-");
  }
}
