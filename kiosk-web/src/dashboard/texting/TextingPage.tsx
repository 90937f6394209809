import { type Facility, outreachPlan } from "../api";
import { moment } from "../format/dates";
import { useLoad } from "../parts/hooks";
import { ProblemNote, Skeleton } from "../parts/parts";
import { setUpAt } from "../route";
import { PlanForm } from "./PlanForm";

export function TextingPage({ facility }: { facility: Facility }) {
  const plan = useLoad(`outreach plan ${facility.id}`, () => outreachPlan(facility.id));
  return (
    <section>
      <p class="back">
        <a href={setUpAt(facility.id)}>← Set-up</a>
      </p>
      <h1>When patients are texted</h1>
      <ProblemNote problem={plan.problem} />
      {!plan.value && !plan.problem && <Skeleton rows={6} />}
      {plan.value && (
        <>
          <p class="quiet" data-testid="plan-edition">
            {plan.value.setAt
              ? `Last changed ${moment(plan.value.setAt, facility.zone)}. Earlier plans are kept.`
              : "This is the usual plan. Nobody has changed it yet."}
          </p>
          <PlanForm key={plan.value.edition} facility={facility} plan={plan.value} onSaved={plan.set} />
        </>
      )}
    </section>
  );
}
