import type { Kind } from "../chart/control";

/** The three kinds of point differ in shape as well as in colour. */
export function KindIcon({ kind }: { kind: Kind }) {
  return (
    <svg class={`kind kind-${kind}`} viewBox="0 0 16 16" width="16" height="16" aria-hidden="true" focusable="false">
      <KindShape kind={kind} x={8} y={8} size={6} />
    </svg>
  );
}

export function KindShape({ kind, x, y, size }: { kind: Kind; x: number; y: number; size: number }) {
  if (kind === "common") return <circle class="mark mark-common" cx={x} cy={y} r={size * 0.75} />;
  const up = kind === "improvement" ? -1 : 1;
  const half = size * 1.05;
  const path = `M${x} ${y + up * size}L${x + half} ${y - up * size * 0.8}L${x - half} ${y - up * size * 0.8}Z`;
  return <path class={`mark mark-${kind}`} d={path} />;
}

export const kindName: Record<Kind, string> = {
  common: "No signal",
  improvement: "Improvement",
  concern: "Concern",
};
