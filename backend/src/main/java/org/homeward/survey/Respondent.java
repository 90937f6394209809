package org.homeward.survey;

import java.util.Arrays;
import java.util.Optional;

/** Who answered. */
public enum Respondent {
  PATIENT("patient"),
  CARER("carer"),
  INTERPRETER("interpreter");

  private final String code;

  Respondent(String code) {
    this.code = code;
  }

  public String code() {
    return code;
  }

  public static Optional<Respondent> of(String code) {
    return Arrays.stream(values()).filter(value -> value.code.equals(code)).findFirst();
  }
}
