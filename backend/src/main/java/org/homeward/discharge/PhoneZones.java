package org.homeward.discharge;

import java.time.ZoneId;
import java.util.List;

/** Where a number may be. */
@FunctionalInterface
public interface PhoneZones {

  /** The zones of the number's prefix, often several; none when it does not tell. */
  List<ZoneId> of(PhoneNumber number);
}
