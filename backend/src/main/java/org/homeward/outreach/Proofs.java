package org.homeward.outreach;

import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.homeward.facility.Facility;
import org.homeward.sms.Segments;
import org.homeward.survey.Item;

/**
 * Every text that a facility's patients may get, with its blanks filled in as for one of them: for
 * whoever edits the wording, and wants to know what it costs.
 */
public final class Proofs {
  private static final int DAYS_AGO = 2;

  private final Script script;
  private final URI exampleLink;

  /**
   * By the words of a script.
   *
   * @param exampleLink as long as a patient's own is
   */
  public Proofs(Script script, URI exampleLink) {
    this.script = script;
    this.exampleLink = exampleLink;
  }

  /**
   * One text.
   *
   * @param key of the catalogue; one that carries a question stands once for each question
   * @param costly the characters that turn it into UCS-2, and so into about twice the segments
   */
  public record Proof(
      String language, String key, String body, Segments segments, List<String> costly) {}

  /** In the order of the facility's languages, and of a conversation. */
  public List<Proof> of(Facility facility, LocalDate today) {
    return facility.languages().stream()
        .flatMap(
            language -> sayings().stream().map(saying -> proof(saying, facility, language, today)))
        .toList();
  }

  private Proof proof(Saying saying, Facility facility, String language, LocalDate today) {
    String body =
        script.words(
            saying,
            new Occasion(
                facility,
                language,
                Optional.of(today.minusDays(DAYS_AGO)),
                today,
                Optional.of(exampleLink)));
    return new Proof(language, saying.key(), body, Segments.of(body), Segments.outsideGsm7(body));
  }

  private static List<Saying> sayings() {
    List<Saying> all = new ArrayList<>();
    for (Item item : Item.values()) {
      all.add(Saying.invitation(item, false));
      all.add(Saying.invitation(item, true));
    }
    Arrays.stream(Item.values()).map(Saying::question).forEach(all::add);
    all.add(Saying.REMINDER);
    Arrays.stream(Item.values()).map(Saying::simpler).forEach(all::add);
    all.addAll(List.of(Saying.LINK, Saying.LINK_MISSING, Saying.PICTURE));
    Arrays.stream(Item.values()).map(Optional::of).map(Saying::changed).forEach(all::add);
    all.add(Saying.changed(Optional.empty()));
    all.addAll(
        List.of(
            Saying.THANKS,
            Saying.CLOSED,
            Saying.HELP,
            Saying.HELP_WITHOUT_CALLBACK,
            Saying.EMERGENCY,
            Saying.STOPPED,
            Saying.STOPPED_IN_EMERGENCY,
            Saying.WRONG_PERSON,
            Saying.STARTED));
    return all;
  }
}
