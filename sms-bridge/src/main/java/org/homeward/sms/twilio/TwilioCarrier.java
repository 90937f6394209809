package org.homeward.sms.twilio;

import com.twilio.exception.ApiException;
import com.twilio.exception.TwilioException;
import com.twilio.http.Request;
import com.twilio.http.TwilioRestClient;
import com.twilio.rest.api.v2010.account.Message;
import com.twilio.rest.api.v2010.account.MessageCreator;
import com.twilio.rest.api.v2010.account.MessageReader;
import com.twilio.type.PhoneNumber;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.homeward.sms.Carrier;
import org.homeward.sms.CarrierText;
import org.homeward.sms.CarrierUnavailable;
import org.homeward.sms.DeliveryStatus;
import org.homeward.sms.InboundText;
import org.homeward.sms.OutboundText;
import org.homeward.sms.ReceivedText;
import org.homeward.sms.SendOutcome;

/** Twilio's Programmable Messaging, through its own client library. */
public final class TwilioCarrier implements Carrier, AutoCloseable {

  private static final int PAGE_SIZE = 100;
  private static final int MOST_LISTED = 1000;

  private final TwilioAccount.Retention retention;
  private final OnceOnlyHttp http;
  private final TwilioRestClient client;

  public TwilioCarrier(TwilioAccount account) {
    this.retention = account.retention();
    this.http = new OnceOnlyHttp(account.apiUrl(), account.timeout());
    this.client =
        new SilentClient(
            new TwilioRestClient.Builder(account.accountSid(), account.authToken())
                .httpClient(http));
  }

  @Override
  public SendOutcome send(OutboundText text) {
    try {
      Message message = creator(text).create(client);
      return new SendOutcome.Accepted(
          message.getSid(),
          TwilioStatuses.parse(String.valueOf(message.getStatus())).orElse(DeliveryStatus.QUEUED));
    } catch (TooManyRequests e) {
      return new SendOutcome.Throttled(e.retryAfter());
    } catch (NoAnswer e) {
      return new SendOutcome.Unknown(String.valueOf(e.getMessage()));
    } catch (ApiException e) {
      return refused(e);
    } catch (TwilioException e) {
      // The library's message quotes the answer, and with it the text and the number.
      return new SendOutcome.Unknown("The answer could not be read");
    }
  }

  @Override
  public List<CarrierText> texts(String sender, String recipient, Instant since) {
    return asked(() -> listed(sender, recipient, since));
  }

  @Override
  public List<ReceivedText> received(String sender, Instant since) {
    return asked(
        () ->
            numbersOf(sender).stream()
                .flatMap(number -> receivedBy(number, sender, since).stream())
                .sorted(Comparator.comparing(ReceivedText::receivedAt))
                .toList());
  }

  private static <T> T asked(Supplier<T> question) {
    try {
      return question.get();
    } catch (TooManyRequests | NoAnswer e) {
      throw new CarrierUnavailable(String.valueOf(e.getMessage()));
    } catch (ApiException e) {
      throw new CarrierUnavailable("Refused with error " + e.getCode());
    } catch (TwilioException e) {
      throw new CarrierUnavailable("The answer could not be read");
    }
  }

  private MessageCreator creator(OutboundText text) {
    PhoneNumber recipient = new PhoneNumber(text.recipient());
    MessageCreator creator =
        text.throughMessagingService()
            ? Message.creator(recipient, text.sender(), text.body())
            : Message.creator(recipient, new PhoneNumber(text.sender()), text.body());
    creator
        .setValidityPeriod((int) text.validity().toSeconds())
        .setStatusCallback(text.statusCallback());
    if (!retention.words()) {
      creator.setContentRetention(Message.ContentRetention.DISCARD);
    }
    if (!retention.numbers()) {
      creator.setAddressRetention(Message.AddressRetention.OBFUSCATE);
    }
    return creator;
  }

  @Override
  public boolean showsItsTexts() {
    return retention.equals(TwilioAccount.Retention.EVERYTHING);
  }

  /** A 4xx without a code of Twilio's comes from something in between: it proves nothing. */
  private static SendOutcome refused(ApiException e) {
    Integer code = e.getCode();
    if (code == null || code == 0) {
      return new SendOutcome.Unknown("Refused without an error code");
    }
    return new SendOutcome.Refused(code, TwilioErrors.refusal(code));
  }

  /**
   * The list is not filtered by DateSent: a text still queued has none, and it is just the one that
   * reconciling looks for. Twilio lists the newest first, with times in whole seconds.
   */
  private List<CarrierText> listed(String sender, String recipient, Instant since) {
    boolean service = sender.startsWith("MG");
    MessageReader reader = Message.reader().setTo(new PhoneNumber(recipient));
    if (!service) {
      reader.setFrom(new PhoneNumber(sender));
    }
    reader.pageSize(PAGE_SIZE).limit(MOST_LISTED);
    Instant from = since.truncatedTo(ChronoUnit.SECONDS);
    List<CarrierText> texts = new ArrayList<>();
    for (Message message : reader.read(client)) {
      Instant createdAt = message.getDateCreated().toInstant();
      boolean through = !service || sender.equals(message.getMessagingServiceSid());
      if (through && !createdAt.isBefore(from)) {
        texts.add(text(message, sender, recipient, createdAt));
      }
    }
    Collections.reverse(texts);
    texts.sort(Comparator.comparing(CarrierText::createdAt));
    return List.copyOf(texts);
  }

  private static CarrierText text(
      Message message, String sender, String recipient, Instant createdAt) {
    return new CarrierText(
        message.getSid(),
        sender,
        recipient,
        message.getBody(),
        TwilioStatuses.parse(String.valueOf(message.getStatus())).orElse(DeliveryStatus.QUEUED),
        createdAt,
        Optional.ofNullable(message.getErrorCode()).filter(code -> code != 0));
  }

  /** A text from a phone goes to a number, also where a service has chosen it. */
  private List<String> numbersOf(String sender) {
    if (!sender.startsWith("MG")) {
      return List.of(sender);
    }
    List<String> numbers = new ArrayList<>();
    for (var number :
        com.twilio.rest.messaging.v1.service.PhoneNumber.reader(sender).read(client)) {
      numbers.add(number.getPhoneNumber().toString());
    }
    return numbers;
  }

  /** Of a text from a phone DateSent is when it came in. */
  private List<ReceivedText> receivedBy(String number, String sender, Instant since) {
    MessageReader reader =
        Message.reader()
            .setTo(new PhoneNumber(number))
            .setDateSentAfter(since.truncatedTo(ChronoUnit.SECONDS).atZone(ZoneOffset.UTC));
    reader.pageSize(PAGE_SIZE);
    List<ReceivedText> texts = new ArrayList<>();
    for (Message message : reader.read(client)) {
      if (message.getDirection() == Message.Direction.INBOUND) {
        texts.add(received(message, sender));
      }
    }
    Collections.reverse(texts);
    return texts;
  }

  private static ReceivedText received(Message message, String sender) {
    String media = String.valueOf(message.getNumMedia());
    return new ReceivedText(
        new InboundText(
            message.getSid(),
            message.getFrom().toString(),
            message.getTo(),
            String.valueOf(message.getBody()),
            media.matches("\\d{1,5}") ? Integer.parseInt(media) : 0,
            Optional.empty(),
            Optional.of(sender).filter(address -> address.startsWith("MG"))),
        message.getDateCreated().toInstant());
  }

  @Override
  public void close() {
    http.close();
  }

  /** The library logs every request with its parameters when debugging is on. */
  private static final class SilentClient extends TwilioRestClient {

    SilentClient(Builder builder) {
      super(builder);
    }

    @Override
    public void logRequest(Request request) {}
  }
}
