package org.homeward.discharge.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import java.time.ZoneId;
import java.util.List;
import org.homeward.discharge.PhoneNumber;
import org.homeward.discharge.PhoneZones;

/** By libphonenumber's map from prefixes to zones. */
public final class LibPhoneZones implements PhoneZones {
  private static final List<String> NO_ZONE =
      List.of(PhoneNumberToTimeZonesMapper.getUnknownTimeZone());

  @Override
  public List<ZoneId> of(PhoneNumber number) {
    try {
      List<String> names =
          PhoneNumberToTimeZonesMapper.getInstance()
              .getTimeZonesForNumber(PhoneNumberUtil.getInstance().parse(number.e164(), null));
      return names.equals(NO_ZONE)
          ? List.of()
          : names.stream().filter(ZoneId.getAvailableZoneIds()::contains).map(ZoneId::of).toList();
    } catch (NumberParseException notANumber) {
      return List.of();
    }
  }
}
