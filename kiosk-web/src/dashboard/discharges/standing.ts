import type { Standing } from "../api";

interface Marking {
  action: string;
  title: string;
  stops: string[];
}

/** What each mark stops, said before it is made. */
export const markings: Record<Standing, Marking> = {
  died: {
    action: "Mark as died",
    title: "Mark this patient as died?",
    stops: ["No further text is sent for this discharge, from this moment on.", "Answers already given stay counted."],
  },
  readmitted: {
    action: "Mark as readmitted",
    title: "Mark this patient as readmitted?",
    stops: [
      "Texts of this discharge that are still due are not sent. Answers already given stay counted.",
      "When the patient leaves again, enter that as a new discharge.",
    ],
  },
  excluded: {
    action: "Exclude",
    title: "Exclude this discharge?",
    stops: ["Texts that are still due are not sent. Answers already given stay counted."],
  },
  cancelled: {
    action: "Cancel the discharge",
    title: "Cancel this discharge?",
    stops: [
      "Use this when it was entered by mistake and did not happen.",
      "The code on the slip no longer opens the questions, and no text is sent.",
    ],
  },
  active: {
    action: "Set back to active",
    title: "Set this discharge back to active?",
    stops: [
      "The code on the slip works again.",
      "A text that has yet to come due is sent then. One that was held back meanwhile is not sent later.",
    ],
  },
};

export const nextStandings = (standing: Standing): Standing[] =>
  standing === "active" ? ["died", "readmitted", "excluded", "cancelled"] : ["active"];
