import type { RedactEvidence } from '../../../../server/core/contract/evidence.ts';

export type Box = RedactEvidence['boxes'][number];
const WHOLE = 1000;
const LEAST = 5;

const within = (value: number, low: number, high: number): number => Math.min(high, Math.max(low, value));

/** The box between two corners, in whole thousandths, inside the picture and never without extent. */
export function boxBetween(a: readonly [number, number], b: readonly [number, number]): Box {
  const [left, right] = [Math.min(a[0], b[0]), Math.max(a[0], b[0])].map((x) =>
    within(Math.round(x), 0, WHOLE),
  );
  const [top, bottom] = [Math.min(a[1], b[1]), Math.max(a[1], b[1])].map((y) =>
    within(Math.round(y), 0, WHOLE),
  );
  return fitted({
    left: left ?? 0,
    top: top ?? 0,
    width: (right ?? 0) - (left ?? 0),
    height: (bottom ?? 0) - (top ?? 0),
  });
}

const fitted = (box: Box): Box => {
  const width = within(box.width, LEAST, WHOLE);
  const height = within(box.height, LEAST, WHOLE);
  return { width, height, left: within(box.left, 0, WHOLE - width), top: within(box.top, 0, WHOLE - height) };
};

export const moved = (box: Box, dx: number, dy: number): Box =>
  fitted({ ...box, left: box.left + dx, top: box.top + dy });

/** The far corner moves; it stops at the edge of the picture. */
export const stretched = (box: Box, dx: number, dy: number): Box =>
  fitted({
    ...box,
    width: within(box.width + dx, LEAST, WHOLE - box.left),
    height: within(box.height + dy, LEAST, WHOLE - box.top),
  });
