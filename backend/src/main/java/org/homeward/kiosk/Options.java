package org.homeward.kiosk;

/**
 * What a facility's tablets do besides the three questions.
 *
 * @param offerHelp whether a patient who has not understood may ask for an explanation
 * @param askNumber whether a patient may leave a number for the follow-up text
 * @param teachBack whether a patient is asked what they will do first at home
 * @param keepAbandonedAnswers whether the answers that were touched before leaving are stored
 */
public record Options(
    boolean offerHelp, boolean askNumber, boolean teachBack, boolean keepAbandonedAnswers) {

  /** For a facility that has chosen nothing. */
  public static Options usual() {
    return new Options(true, false, false, false);
  }
}
