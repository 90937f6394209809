package org.homeward.outreach;

import java.net.URI;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.homeward.concern.Concern;
import org.homeward.discharge.PhoneNumber;
import org.homeward.facility.Facility;
import org.homeward.facility.Ids;
import org.homeward.outreach.Conversation.State;
import org.homeward.outreach.Conversation.Step;
import org.homeward.outreach.Correspondence.Exchange;
import org.homeward.outreach.Inbox.Heard;
import org.homeward.outreach.Inbox.Heard.As;
import org.homeward.outreach.Inbox.IncomingText;
import org.homeward.sms.OptOutType;
import org.homeward.survey.Item;

/**
 * Hears what patients write: somebody in danger before anything else, then a wish to stop, then an
 * answer.
 */
public final class Listener {
  private final Inbox inbox;
  private final Ear ear;
  private final Script script;
  private final URI publicUrl;
  private final Keywords keywords;
  private final Ids ids;
  private final InstantSource clock;

  public Listener(
      Inbox inbox,
      Ear ear,
      Script script,
      URI publicUrl,
      Keywords keywords,
      Ids ids,
      InstantSource clock) {
    this.inbox = inbox;
    this.ear = ear;
    this.script = script;
    this.publicUrl = publicUrl;
    this.keywords = keywords;
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
    private final Reply reply;
    private final boolean suppressed;
    private final Optional<Exchange> exchange;

    Hearing(Facility facility, IncomingText text, Correspondence number) {
      this.facility = facility;
      this.text = text;
      this.number = number;
      this.reply = new Reply(text.body());
      this.suppressed = number.suppressed();
      this.exchange = number.latest();
    }

    Heard hear() {
      if (ear.alarmed(reply)) {
        return emergency();
      }
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
      Reply.Wish read = ear.wish(reply);
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

    /** Staff are told, whether or not the number may be texted; and a wish to stop holds too. */
    private Heard emergency() {
      exchange.ifPresent(open -> number.raise(open, Concern.Kind.URGENT));
      if (!suppressed && wish() == Reply.Wish.STOP) {
        stop(Saying.STOPPED_IN_EMERGENCY);
      } else if (!suppressed) {
        Understanding heard = new Understanding.Emergency();
        exchange.ifPresentOrElse(
            open -> take(open, open.conversation().hear(heard, inTime(open))),
            () -> say(Saying.EMERGENCY, Optional.empty()));
      }
      return heard(As.EMERGENCY, exchange.flatMap(open -> open.conversation().asking()));
    }

    private Heard stop() {
      stop(Saying.STOPPED);
      return heard(As.STOP);
    }

    private void stop(Saying confirmation) {
      if (!suppressed) {
        number.suppress("reply:" + text.carrierId());
        unlessCarrierDid(OptOutType.STOP, confirmation);
      }
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
      Understanding understood = understanding(open);
      if (understood instanceof Understanding.WrongPerson) {
        return wrongPerson(open);
      }
      boolean answeredElsewhere =
          open.conversation().asking().filter(open.answered()::contains).isPresent();
      Step step =
          answeredElsewhere
              ? open.conversation().skip()
              : open.conversation().hear(understood, inTime(open));
      take(open, recorded(open, step));
      return heard(as(open, understood), comment(open, understood));
    }

    private Understanding understanding(Exchange open) {
      return text.media() > 0 && reply.phrase().isEmpty()
          ? new Understanding.Picture()
          : ear.understanding(reply, open.language());
    }

    private boolean inTime(Exchange open) {
      return text.receivedAt().isBefore(open.expires());
    }

    private Step recorded(Exchange open, Step step) {
      boolean closed = !open.conversation().state().isOpen();
      boolean taken =
          step.given().stream()
              .allMatch(
                  given ->
                      closed
                          ? number.amend(open, given, script.instrument())
                          : number.record(open, given, script.instrument()));
      return taken ? step : open.conversation().answeredElsewhere();
    }

    private void take(Exchange open, Step step) {
      if (!step.next().equals(open.conversation())) {
        number.move(open, step.next());
      }
      step.says()
          .filter(
              saying ->
                  saying.purpose() != Purpose.CLOSED || !number.hasBeenTold(open, Purpose.CLOSED))
          .ifPresent(saying -> say(saying, Optional.of(open.id())));
    }

    /** The conversation ends so before the number is suppressed, which would end it as stopped. */
    private Heard wrongPerson(Exchange open) {
      Step step = open.conversation().hear(new Understanding.WrongPerson(), inTime(open));
      if (step.next().state() == State.WRONG_PERSON) {
        number.move(open, step.next());
        number.raise(open, Concern.Kind.WRONG_PERSON);
        number.suppress("wrong-person:" + text.carrierId());
        step.says().ifPresent(saying -> say(saying, Optional.empty()));
      }
      return heard(As.WRONG_PERSON);
    }

    private static As as(Exchange open, Understanding understood) {
      if (open.conversation().asking().isEmpty() && open.conversation().state() != State.EXPIRED) {
        return understood instanceof Understanding.Corrected ? As.CORRECTION : As.UNASKED;
      }
      return switch (understood) {
        case Understanding.Answered answered -> As.ANSWER;
        case Understanding.Qualified qualified -> As.QUALIFIED;
        case Understanding.Corrected corrected -> As.CORRECTION;
        case Understanding.Emergency emergency -> As.EMERGENCY;
        case Understanding.WrongPerson wrongPerson -> As.WRONG_PERSON;
        case Understanding.Picture picture -> As.UNCLEAR;
        case Understanding.Courtesy courtesy -> As.UNCLEAR;
        case Understanding.Unclear unclear -> As.UNCLEAR;
      };
    }

    /** What is more than an answer is kept, beside the question that it was written to. */
    private static Optional<Item> comment(Exchange open, Understanding understood) {
      return understood instanceof Understanding.Answered
              || understood instanceof Understanding.Corrected
          ? Optional.empty()
          : open.conversation().asking();
    }

    private void unlessCarrierDid(OptOutType type, Saying saying) {
      if (!keywords.answeredByCarrier(text.optOut(), type, reply)) {
        say(saying, Optional.empty());
      }
    }

    private void say(Saying said, Optional<ConversationId> conversation) {
      // A short code cannot be texted back.
      if (!text.sender().startsWith("+")) {
        return;
      }
      Instant now = clock.instant();
      Optional<URI> link = said.equals(Saying.LINK) ? exchange.map(this::link) : Optional.empty();
      Saying saying = said.equals(Saying.LINK) && link.isEmpty() ? Saying.LINK_MISSING : said;
      Occasion occasion =
          new Occasion(
              facility,
              exchange.map(Exchange::language).orElseGet(() -> facility.languages().getFirst()),
              exchange.map(Exchange::discharge),
              facility.dayOf(now),
              link);
      number.write(
          new OutgoingText(
              new TextId(ids.next()),
              conversation,
              exchange.map(Exchange::sender).orElse(text.recipient()),
              new PhoneNumber(text.sender()),
              saying.purpose(),
              script.words(saying, occasion),
              now));
    }

    private URI link(Exchange open) {
      return URI.create(
          publicUrl.toString().replaceFirst("/+$", "") + "/r/" + number.link(open).text());
    }

    private Heard heard(As as) {
      return heard(as, Optional.empty());
    }

    private Heard heard(As as, Optional<Item> comment) {
      return new Heard(as, exchange.map(Exchange::id), comment);
    }
  }
}
