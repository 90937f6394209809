package org.homeward.sms.sandbox;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One page of Twilio's list of messages: newest first, filtered by To, From and DateSent. */
record Listing(Map<String, String> filters, int page, int pageSize) {

  private static final int PAGE_SIZE = 50;
  private static final int LARGEST_PAGE = 1000;

  static Listing from(Map<String, String> query) {
    return new Listing(
        query,
        number(query, "Page", 0),
        Math.clamp(number(query, "PageSize", PAGE_SIZE), 1, LARGEST_PAGE));
  }

  ObjectNode of(List<SandboxText> texts, String accountSid) {
    List<SandboxText> found = texts.reversed().stream().filter(this::matches).toList();
    int start = Math.min(page * pageSize, found.size());
    int end = Math.min(start + pageSize, found.size());
    String path = "/2010-04-01/Accounts/" + accountSid + "/Messages.json";
    ObjectNode answer =
        MessagesJson.JSON
            .createObjectNode()
            .put("page", page)
            .put("page_size", pageSize)
            .put("start", start)
            .put("end", Math.max(start, end - 1))
            .put("first_page_uri", uri(path, 0))
            .put("previous_page_uri", page == 0 ? null : uri(path, page - 1))
            .put("next_page_uri", end == found.size() ? null : uri(path, page + 1))
            .put("uri", uri(path, page));
    ArrayNode messages = answer.putArray("messages");
    found.subList(start, end).forEach(text -> messages.add(MessagesJson.message(text, accountSid)));
    return answer;
  }

  private boolean matches(SandboxText text) {
    boolean findable = text.kept().number() || !filters.containsKey("To");
    return findable
        && filters.getOrDefault("To", text.to()).equals(text.to())
        && filters.getOrDefault("From", text.from()).equals(text.from())
        && sentWithin(text);
  }

  /** A text that has not left yet has no DateSent, and no filter on it finds the text. */
  private boolean sentWithin(SandboxText text) {
    String from = filters.get("DateSent>");
    String to = filters.get("DateSent<");
    String on = filters.get("DateSent");
    if (from == null && to == null && on == null) {
      return true;
    }
    Instant sent = text.sentAt();
    return sent != null
        && (from == null || !sent.isBefore(instant(from)))
        && (to == null || !sent.isAfter(instant(to)))
        && (on == null || sent.atZone(ZoneOffset.UTC).toLocalDate().toString().equals(on));
  }

  /** A day, or a moment in UTC; twilio-java writes the latter without its Z. */
  private static Instant instant(String value) {
    return value.length() == 10
        ? LocalDate.parse(value).atStartOfDay(ZoneOffset.UTC).toInstant()
        : Instant.parse(value.endsWith("Z") ? value : value + "Z");
  }

  private String uri(String path, int number) {
    Map<String, String> query = new TreeMap<>(filters);
    query.put("Page", Integer.toString(number));
    query.put("PageSize", Integer.toString(pageSize));
    return path
        + query.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8);
  }

  private static int number(Map<String, String> query, String name, int otherwise) {
    String value = query.getOrDefault(name, "");
    return value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
  }
}
