package org.homeward.http;

/**
 * Every error that a client can meet: its stable code, HTTP status and title. The one place that
 * maps status.
 */
public enum ProblemCode {
  BASELINE_REFUSED("baseline-refused", 422, "The baseline was not frozen"),
  BODY_INCOMPLETE("body-incomplete", 408, "The body did not arrive whole"),
  BODY_TOO_LARGE("body-too-large", 413, "The body is too large"),
  CHANGE_MALFORMED("change-malformed", 422, "The change cannot be read"),
  CONCERN_ENDED("concern-ended", 409, "That is over already"),
  CONCERN_MALFORMED("concern-malformed", 422, "It cannot end in that way"),
  CONCERN_TAKEN("concern-taken", 409, "Somebody has taken that already"),
  CROSS_SITE("cross-site", 403, "The request came from another site"),
  CONTACT_MALFORMED("contact-malformed", 422, "The tablet's report cannot be read"),
  DISCHARGE_MALFORMED("discharge-malformed", 422, "The discharge cannot be read"),
  DISCHARGE_UNKNOWN("discharge-unknown", 404, "There is no such discharge"),
  DRAFT_UNCONFIRMED("draft-unconfirmed", 409, "The language is a draft"),
  ENROLMENT_CODE_UNKNOWN("enrolment-code-unknown", 404, "The enrolment code is not valid"),
  FACILITY_MALFORMED("facility-malformed", 422, "The facility cannot be read"),
  FACILITY_UNKNOWN("facility-unknown", 404, "There is no such facility"),
  FORBIDDEN("forbidden", 403, "Your role does not allow this"),
  IMPORT_REFUSED("import-refused", 422, "The file was not imported"),
  INTERNAL("internal", 500, "Something went wrong here"),
  JSON_MALFORMED("json-malformed", 400, "The JSON cannot be read"),
  KIOSK_LOCKED("kiosk-locked", 403, "This kiosk is locked"),
  KIOSK_MALFORMED("kiosk-malformed", 422, "The kiosk cannot be read"),
  KIOSK_REVOKED("kiosk-revoked", 401, "This kiosk was revoked"),
  KIOSK_UNKNOWN("kiosk-unknown", 401, "This kiosk is not enrolled"),
  LINK_CLOSED("link-closed", 409, "The questions of this link are closed"),
  LINK_UNKNOWN("link-unknown", 401, "The link is not valid"),
  METHOD_NOT_ALLOWED("method-not-allowed", 405, "That is not done here"),
  NAME_TAKEN("name-taken", 409, "That name is taken"),
  NOT_FOUND("not-found", 404, "There is nothing here"),
  OPTIONS_MALFORMED("options-malformed", 422, "The options cannot be read"),
  PHONE_INVALID("phone-invalid", 422, "That is not a phone number"),
  PIN_MALFORMED("pin-malformed", 422, "That is not a PIN"),
  PIN_NOT_SET("pin-not-set", 409, "The unit has no PIN"),
  PIN_REFUSED("pin-refused", 403, "The PIN is wrong"),
  PLAN_CHANGED("plan-changed", 409, "The plan was changed meanwhile"),
  PLAN_REFUSED("plan-refused", 422, "The plan cannot be like that"),
  QUERY_MALFORMED("query-malformed", 400, "The query cannot be read"),
  REQUEST_MALFORMED("request-malformed", 400, "The request cannot be read"),
  RESCUE_MALFORMED("rescue-malformed", 422, "The rescued answers cannot be read"),
  RESPONSE_CONFLICTING("response-conflicting", 409, "Other answers have this id"),
  RESPONSE_ERASED("response-erased", 410, "The response was erased"),
  RESPONSE_MALFORMED("response-malformed", 422, "The response cannot be read"),
  RESPONSE_WITHOUT_ANSWERS("response-without-answers", 422, "The response answers nothing"),
  SEALED_UNREADABLE("sealed-unreadable", 422, "The sealed answers cannot be opened"),
  SENDER_TAKEN("sender-taken", 409, "That sender belongs to a facility already"),
  SIGNATURE_REFUSED("signature-refused", 403, "The signature is missing or wrong"),
  SIGN_IN_REFUSED("sign-in-refused", 401, "Name or password is wrong"),
  SIGN_IN_REQUIRED("sign-in-required", 401, "Sign in first"),
  TOKEN_REFUSED("token-refused", 401, "The token is not valid"),
  TOO_MANY_ATTEMPTS("too-many-attempts", 429, "Too many attempts"),
  UNAVAILABLE("unavailable", 503, "Not available just now"),
  UNIT_UNKNOWN("unit-unknown", 422, "There is no such unit"),
  VERDICT_MALFORMED("verdict-malformed", 422, "The mark cannot be read"),
  VISIT_CODE_MALFORMED("visit-code-malformed", 422, "That is not a visit code"),
  VISIT_CODE_UNKNOWN("visit-code-unknown", 404, "There is no such visit code");

  private final String code;
  private final int status;
  private final String title;

  ProblemCode(String code, int status, String title) {
    this.code = code;
    this.status = status;
    this.title = title;
  }

  public String code() {
    return code;
  }

  public int status() {
    return status;
  }

  public String title() {
    return title;
  }
}
