/** What a facility's tablets do besides the three questions. */
export interface Options {
  /** Whoever has not understood may ask for an explanation. */
  offerHelp: boolean;
  /** A number may be left for the follow-up text. */
  askNumber: boolean;
  /** The patient is asked what they will do first at home. */
  teachBack: boolean;
  /** What was answered before leaving is stored with the stopped response. */
  keepAbandonedAnswers: boolean;
}

export const threeQuestionsOnly: Options = {
  offerHelp: false,
  askNumber: false,
  teachBack: false,
  keepAbandonedAnswers: false,
};
