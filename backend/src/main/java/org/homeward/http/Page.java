package org.homeward.http;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One page of a list, and the key that asks for the next. */
public record Page<T>(List<T> items, @Nullable String next) {
  private static final int LARGEST = 200;
  private static final int USUAL = 50;

  /** Of up to {@code limit + 1} rows that were read, the page, keyed by its last row. */
  public static <T> Page<T> of(List<T> read, int limit, Function<T, String> key) {
    boolean more = read.size() > limit;
    List<T> items = more ? List.copyOf(read.subList(0, limit)) : List.copyOf(read);
    return new Page<>(items, more ? key.apply(items.getLast()) : null);
  }

  public static int limit(Call call) {
    int limit =
        call.query("limit")
            .map(text -> Call.queried(text, Integer::parseInt, "limit, a number"))
            .orElse(USUAL);
    return Math.clamp(limit, 1, LARGEST);
  }
}
