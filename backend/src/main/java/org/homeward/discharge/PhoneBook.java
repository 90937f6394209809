package org.homeward.discharge;

import java.util.Optional;

/** Reads phone numbers as people write them. */
public interface PhoneBook {

  /**
   * Empty when it is not a possible number.
   *
   * @param zone IANA zone of the facility, whose country a number without one is taken to be in
   */
  Optional<PhoneNumber> read(String typed, String zone);
}
