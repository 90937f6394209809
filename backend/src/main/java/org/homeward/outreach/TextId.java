package org.homeward.outreach;

import java.util.UUID;

/** Our own id of a text to a patient, known before any carrier has seen it. */
public record TextId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
