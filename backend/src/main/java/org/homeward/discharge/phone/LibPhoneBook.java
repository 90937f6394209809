package org.homeward.discharge.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber;
import com.ibm.icu.util.TimeZone;
import java.util.Optional;
import org.homeward.discharge.PhoneBook;
import org.homeward.discharge.PhoneNumber;

/** By libphonenumber; the country of a number without one comes from ICU's zones. */
public final class LibPhoneBook implements PhoneBook {
  private static final String WITHOUT_COUNTRY = "ZZ";

  @Override
  public Optional<PhoneNumber> read(String typed, String zone) {
    PhoneNumberUtil util = PhoneNumberUtil.getInstance();
    try {
      Phonenumber.PhoneNumber number = util.parse(typed, country(zone));
      return util.isValidNumber(number)
          ? Optional.of(new PhoneNumber(util.format(number, PhoneNumberFormat.E164)))
          : Optional.empty();
    } catch (NumberParseException notANumber) {
      return Optional.empty();
    }
  }

  /**
   * ICU's "001" and "ZZ" stand for no country, which libphonenumber does not know as one: then + is
   * needed.
   */
  private static String country(String zone) {
    String region = TimeZone.getRegion(zone);
    return PhoneNumberUtil.getInstance().getSupportedRegions().contains(region)
        ? region
        : WITHOUT_COUNTRY;
  }
}
