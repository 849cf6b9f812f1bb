import sharp from 'sharp';
import type { RedactEvidence } from '../../core/contract/evidence.ts';

/** Long edge of a copy; below it a copy still loses a tenth, so that no pixel of the original is carried over. */
const LONG_EDGE = 2400;
const SHRINK = 0.9;
const MOST_PIXELS = 80_000_000;

export type RedactionBox = RedactEvidence['boxes'][number];

/**
 * Paints the boxes solid on a smaller copy without any of the picture's own data. The boxes are painted before the
 * picture is made smaller, one pixel wider on each side, so that nothing of what they cover reaches the copy.
 */
export async function redactPicture(original: Buffer, boxes: readonly RedactionBox[]): Promise<Buffer> {
  const options = { limitInputPixels: MOST_PIXELS, failOn: 'warning' as const };
  const upright = await sharp(original, options)
    .autoOrient()
    .flatten({ background: '#fff' })
    .toColourspace('srgb')
    .raw()
    .toBuffer({ resolveWithObject: true });
  const { width, height, channels } = upright.info;
  const raw = { width, height, channels };
  const painted = await sharp(upright.data, { raw })
    .composite([{ input: Buffer.from(paint(boxes, width, height)) }])
    .raw()
    .toBuffer({ resolveWithObject: true });
  const scale = Math.min(SHRINK, LONG_EDGE / Math.max(width, height));
  return sharp(painted.data, { raw: { width, height, channels: painted.info.channels } })
    .flatten({ background: '#fff' })
    .resize(Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), { fit: 'fill' })
    .jpeg({ quality: 85 })
    .toBuffer();
}

function paint(boxes: readonly RedactionBox[], width: number, height: number): string {
  const rects = boxes.map((box) => {
    const left = Math.floor((box.left * width) / 1000) - 1;
    const top = Math.floor((box.top * height) / 1000) - 1;
    const right = Math.ceil(((box.left + box.width) * width) / 1000) + 1;
    const bottom = Math.ceil(((box.top + box.height) * height) / 1000) + 1;
    return `<rect x="${left}" y="${top}" width="${right - left}" height="${bottom - top}" fill="#000"/>`;
  });
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" shape-rendering="crispEdges">${rects.join('')}</svg>`;
}

/** What is shown to look at: no larger than a screen, without time, place and device. */
export function shownPicture(original: Buffer): Promise<Buffer> {
  return sharp(original, { limitInputPixels: MOST_PIXELS })
    .autoOrient()
    .resize(2000, 2000, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 88 })
    .toBuffer();
}
