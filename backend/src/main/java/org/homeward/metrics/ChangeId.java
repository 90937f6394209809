package org.homeward.metrics;

import java.util.UUID;

public record ChangeId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
