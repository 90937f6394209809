package org.homeward.facility;

import java.util.UUID;

public record FacilityId(UUID value) {
  @Override
  public String toString() {
    return value.toString();
  }
}
