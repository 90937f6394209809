package org.homeward.outreach;

/** Whether a test is about hours. */
enum Timing {
  USUAL,
  /** Wards are opened where it is morning now, so that the day is long enough for a test. */
  ANY_HOUR
}
