import { useLayoutEffect } from "preact/hooks";

/** How one patient wants to see the kiosk. Nobody after them does. */
export interface Comfort {
  strongContrast: boolean;
  largeText: boolean;
}

export const usual: Comfort = { strongContrast: false, largeText: false };

export function isUsual({ strongContrast, largeText }: Comfort): boolean {
  return !strongContrast && !largeText;
}

/** Written on the root, where the style sheets read it. */
export function useComfort({ strongContrast, largeText }: Comfort) {
  useLayoutEffect(() => {
    const { classList } = document.documentElement;
    classList.toggle("strong-contrast", strongContrast);
    classList.toggle("large-text", largeText);
  }, [strongContrast, largeText]);
}
