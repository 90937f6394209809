package org.homeward.outreach;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.homeward.discharge.PhoneNumber;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.outreach.Correspondence.Exchange;
import org.homeward.outreach.Inbox.Heard;
import org.homeward.outreach.Inbox.Heard.As;
import org.homeward.outreach.Inbox.IncomingText;
import org.homeward.sms.OptOutType;

/** Hears what patients write: a wish to stop before anything else, then an answer. */
public final class Listener {
  private final Inbox inbox;
  private final Script script;
  private final Ids ids;
  private final InstantSource clock;

  public Listener(Inbox inbox, Script script, Ids ids, InstantSource clock) {
    this.inbox = inbox;
    this.script = script;
    this.ids = ids;
    this.clock = clock;
  }

  public void run(Facility facility) {
    boolean more = true;
    while (more) {
      more =
          inbox.next(
              facility.id(),
              clock.instant(),
              (text, number) -> new Hearing(facility, text, number).hear());
    }
  }

  /** One text being heard. */
  private final class Hearing {
    private final Facility facility;
    private final IncomingText text;
    private final Correspondence number;
    private final boolean suppressed;
    private final Optional<Exchange> exchange;

    Hearing(Facility facility, IncomingText text, Correspondence number) {
      this.facility = facility;
      this.text = text;
      this.number = number;
      this.suppressed = number.suppressed();
      this.exchange = number.latest();
    }

    Heard hear() {
      return switch (wish()) {
        case STOP -> stop();
        case START -> suppressed ? start() : answer();
        case YES -> suppressed ? start() : answer();
        case HELP -> help();
        case NONE -> answer();
      };
    }

    /** What the carrier has acted on by itself holds, whatever we would have read. */
    private Reply.Wish wish() {
      Reply.Wish read = new Reply(text.body()).wish();
      return text.optOut()
          .map(
              type ->
                  switch (type) {
                    case STOP -> Reply.Wish.STOP;
                    case START -> read == Reply.Wish.YES ? read : Reply.Wish.START;
                    case HELP -> Reply.Wish.HELP;
                  })
          .orElse(read);
    }

    private Heard stop() {
      if (!suppressed) {
        number.suppress("reply:" + text.carrierId());
        unlessCarrierDid(OptOutType.STOP, Saying.STOPPED);
      }
      return heard(As.STOP);
    }

    private Heard start() {
      number.unsuppress("reply:" + text.carrierId());
      unlessCarrierDid(OptOutType.START, Saying.STARTED);
      return heard(As.START);
    }

    private Heard help() {
      if (!suppressed) {
        unlessCarrierDid(OptOutType.HELP, script.help(facility));
      }
      return heard(As.HELP);
    }

    private Heard answer() {
      if (suppressed) {
        return heard(As.WHILE_STOPPED);
      }
      return exchange.map(this::answer).orElseGet(() -> heard(As.UNASKED));
    }

    private Heard answer(Exchange open) {
      Conversation.Step step = open.conversation().hear(new Reply(text.body()).understanding());
      As as = as(open, step);
      boolean taken =
          step.given().map(given -> number.record(open, given, script.instrument())).orElse(true);
      if (!taken) {
        step = open.conversation().answeredElsewhere();
      }
      if (!step.next().equals(open.conversation())) {
        number.move(open, step.next());
      }
      step.says().stream()
          .filter(
              saying ->
                  saying.purpose() != Purpose.CLOSED || !number.hasBeenTold(open, Purpose.CLOSED))
          .forEach(saying -> say(saying, Optional.of(open.id())));
      return heard(as);
    }

    private static As as(Exchange open, Conversation.Step step) {
      if (open.conversation().asking().isEmpty()) {
        return As.UNASKED;
      }
      return step.given().isPresent() ? As.ANSWER : As.UNCLEAR;
    }

    private void unlessCarrierDid(OptOutType type, Saying saying) {
      if (text.optOut().filter(type::equals).isEmpty()) {
        say(saying, Optional.empty());
      }
    }

    private void say(Saying saying, Optional<ConversationId> conversation) {
      // A short code cannot be texted back.
      if (!text.sender().startsWith("+")) {
        return;
      }
      Instant now = clock.instant();
      String language =
          exchange.map(Exchange::language).orElseGet(() -> facility.languages().getFirst());
      number.write(
          new OutgoingText(
              new TextId(ids.next()),
              conversation,
              exchange.map(Exchange::sender).orElse(text.recipient()),
              new PhoneNumber(text.sender()),
              saying.purpose(),
              script.words(saying, facility, language),
              now));
    }

    private Heard heard(As as) {
      return new Heard(as, exchange.map(Exchange::id));
    }
  }
}
