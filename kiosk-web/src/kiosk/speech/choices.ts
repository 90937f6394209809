import type { Choice } from "./narrator";
import type { Swipe } from "./touches";

/** Everything that can be chosen now, in the order of the page. Staff's own corner is no patient's choice. */
export function choicesOn(page: ParentNode): HTMLElement[] {
  const scope = page.querySelector("[role=alertdialog]") ?? page;
  const all = scope.querySelectorAll<HTMLElement>("button, input, textarea");
  return [...all].filter((one) => !one.hasAttribute("disabled") && !one.closest("[inert], [data-for-staff]"));
}

/** What a choice says: `data-says` where its words are more than its name, and `data-also` what is said after the name. */
export function choiceOf(element: HTMLElement): Choice {
  return {
    language: element.closest("[lang]")?.getAttribute("lang") ?? "en",
    name: element.dataset.says ?? element.getAttribute("aria-label") ?? labelOf(element),
    also: [...element.querySelectorAll("[data-also]")].map((part) => part.textContent ?? ""),
    chosen: element.getAttribute("aria-pressed") === "true",
  };
}

/**
 * The choice that lies in this direction from where somebody is; from nowhere, the first or the last one after the heading.
 * Up and down go by rows where choices stand in a grid of keys.
 */
export function choiceBeside(page: ParentNode, from: Element | null, way: Swipe): HTMLElement | undefined {
  const choices = choicesOn(page);
  const at = from ? choices.indexOf(from as HTMLElement) : -1;
  const forward = way === "down" || way === (document.documentElement.dir === "rtl" ? "left" : "right");
  if (at < 0) return forward ? firstAfter(choices, from) : firstAfter(choices, from, -1);
  const beside = (steps: number) => choices[(at + steps + choices.length) % choices.length];
  const by = forward ? 1 : -1;
  const grid = from?.closest<HTMLElement>("[data-columns]");
  if (!grid || way === "left" || way === "right") return beside(by);
  // Out of the grid it is the next thing beyond it, not the one that many places on.
  const inRow = beside(by * Number(grid.dataset.columns));
  if (inRow && grid.contains(inRow)) return inRow;
  const keys = choices.filter((choice) => grid.contains(choice));
  const edge = forward ? keys.at(-1) : keys[0];
  return choices[(choices.indexOf(edge as HTMLElement) + by + choices.length) % choices.length];
}

function firstAfter(choices: HTMLElement[], from: Element | null, by = 0): HTMLElement | undefined {
  const after = from
    ? choices.findIndex((one) => from.compareDocumentPosition(one) & Node.DOCUMENT_POSITION_FOLLOWING)
    : 0;
  return choices[(Math.max(after, 0) + by + choices.length) % choices.length];
}

function labelOf(element: HTMLElement): string {
  const label = (element as HTMLInputElement).labels?.[0];
  return (label ?? element).textContent?.trim() ?? "";
}
