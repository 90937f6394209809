import type { Answer } from "../../survey/response";

/** Eyes and mouth differ, so that the three can be told apart without colour; none of them is cross. */
const features: Record<Answer, preact.JSX.Element> = {
  yes: (
    <>
      <path d="M29 42q6-9 12 0M59 42q6-9 12 0" />
      <path d="M29 58q21 24 42 0" />
    </>
  ),
  partly: (
    <>
      <circle cx="35" cy="41" r="3.5" class="filled" />
      <circle cx="65" cy="41" r="3.5" class="filled" />
      <path d="M33 64h34" />
    </>
  ),
  no: (
    <>
      <path d="M28 31q7-6 14 0M58 31q7-6 14 0" />
      <ellipse cx="35" cy="43" rx="3.5" ry="5" class="filled" />
      <ellipse cx="65" cy="43" rx="3.5" ry="5" class="filled" />
      <path d="M37 69q13-10 26 0" />
    </>
  ),
};

export function Face({ answer }: { answer: Answer }) {
  return (
    <svg class="face" viewBox="0 0 100 100" aria-hidden="true">
      <circle cx="50" cy="50" r="46" />
      {features[answer]}
    </svg>
  );
}
