import type { OutreachPlan } from "../api";

/** Two to seven days, of day 30 to fourteen: charts do not wait longer. */
export const longestAnswering = (touchpoint: string) => (touchpoint === "day-30" ? 14 : 7);

export const dayOf = (touchpoint: string) => Number(touchpoint.replace("day-", ""));

export const followup = (day: number) => {
  const touchpoint = `day-${day}`;
  return { touchpoint, answeringDays: longestAnswering(touchpoint) };
};

/** Every half hour that the law allows. */
export const halfHours = Array.from({ length: 27 }, (_, index) => {
  const minutes = 8 * 60 + index * 30;
  return `${String(Math.floor(minutes / 60)).padStart(2, "0")}:${minutes % 60 === 0 ? "00" : "30"}`;
});

export interface Step {
  day: number;
  time: string;
  what: string;
}

/**
 * What a patient who leaves on day 0 and never answers is sent: days and wall clock times, as the plan alone says them.
 */
export function example(plan: OutreachPlan): Step[] {
  return plan.followups
    .flatMap(({ touchpoint, answeringDays }) => {
      const day = dayOf(touchpoint);
      const steps: Step[] = [{ day, time: plan.preferred, what: "The first question" }];
      let at = day * 24 * 60 + minutes(plan.preferred);
      const closes = at + answeringDays * 24 * 60;
      for (let sent = 0; sent < plan.reminders; sent++) {
        at = withinHours(at + plan.remindAfterHours * 60, plan);
        if (at >= closes) break;
        steps.push({ day: Math.floor(at / (24 * 60)), time: clock(at), what: "A reminder, if the question is open" });
      }
      steps.push({ day: day + answeringDays, time: plan.preferred, what: "The questions close" });
      return steps;
    })
    .sort((one, other) => one.day - other.day || one.time.localeCompare(other.time));
}

function withinHours(at: number, plan: OutreachPlan): number {
  const midnight = at - (at % (24 * 60));
  const time = at - midnight;
  if (time < minutes(plan.opens)) return midnight + minutes(plan.opens);
  return time < minutes(plan.closes) ? at : midnight + 24 * 60 + minutes(plan.opens);
}

const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
const clock = (at: number) => {
  const time = at % (24 * 60);
  return `${String(Math.floor(time / 60)).padStart(2, "0")}:${String(time % 60).padStart(2, "0")}`;
};
