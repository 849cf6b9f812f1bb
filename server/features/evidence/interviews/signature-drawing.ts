/** The strokes as a picture: 1000 × 1000 as they were drawn, in a box of three to one. */
export function signatureSvg(strokes: readonly (readonly number[])[]): string {
  const lines = strokes.flatMap((stroke) => {
    const points: string[] = [];
    for (let at = 0; at + 1 < stroke.length; at += 2)
      points.push(`${((stroke[at] ?? 0) * 3) / 10} ${(stroke[at + 1] ?? 0) / 10}`);
    const [first] = points;
    if (first === undefined) return [];
    // A dot is a very short line.
    const drawn = points.length === 1 ? [first, first] : points;
    return [`<path d="M${drawn.join(' L')}"/>`];
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 100" width="300" height="100" fill="none" stroke="#111" stroke-width="2.2" stroke-linecap="round" stroke-linejoin="round">${lines.join('')}</svg>`;
}
