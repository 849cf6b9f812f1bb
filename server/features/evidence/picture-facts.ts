import exifReader from 'exif-reader';
import sharp from 'sharp';
import type { EvidenceView } from '../../core/contract/evidence.ts';

export type PictureFacts = NonNullable<EvidenceView['taken']>;

const PICTURES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];
export const isPicture = (mime: string): boolean => PICTURES.includes(mime);

/**
 * Time, place and device that a picture itself carries; undefined where it carries none or where they cannot be read.
 * They are read from the original each time and stored nowhere else.
 */
export async function pictureFacts(bytes: Buffer): Promise<PictureFacts | undefined> {
  try {
    const { exif } = await sharp(bytes).metadata();
    if (exif === undefined) return undefined;
    const { Image, Photo, GPSInfo } = exifReader(exif);
    const facts: PictureFacts = {
      ...defined('at', moment(Photo?.DateTimeOriginal ?? Image?.DateTime)),
      ...defined('latitude', degrees(GPSInfo?.GPSLatitude, GPSInfo?.GPSLatitudeRef, 90)),
      ...defined('longitude', degrees(GPSInfo?.GPSLongitude, GPSInfo?.GPSLongitudeRef, 180)),
      ...defined('device', device(Image?.Make, Image?.Model)),
    };
    return Object.keys(facts).length === 0 ? undefined : facts;
  } catch {
    return undefined; // damaged data about a picture say nothing
  }
}

const defined = <Name extends string, Value>(name: Name, value: Value | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [K in Name]?: Value }; // one known key or none

/** A camera writes its own wall clock without a zone; the library reads it as UTC, so it is shown as it was written. */
function moment(value: unknown): string | undefined {
  if (!(value instanceof Date) || Number.isNaN(value.getTime())) return undefined;
  return value.toISOString().slice(0, 19);
}

/** Degrees, minutes, seconds and a side, as whole micro-degrees of a number. */
function degrees(parts: unknown, ref: unknown, most: number): number | undefined {
  if (!Array.isArray(parts) || typeof ref !== 'string') return undefined;
  const [d = NaN, m = 0, s = 0] = parts.map(Number);
  const value = (d + m / 60 + s / 3600) * (/^[SW]/u.test(ref) ? -1 : 1);
  return Math.abs(value) <= most ? Math.round(value * 1e6) / 1e6 : undefined;
}

function device(make: unknown, model: unknown): string | undefined {
  const words = [make, model].flatMap((word) => (typeof word === 'string' ? [clean(word)] : []));
  const text = [...new Set(words)].filter((word) => word !== '').join(' ');
  return text === '' ? undefined : text.slice(0, 100);
}

const clean = (word: string): string => word.replace(/[\p{Cc}\p{Cf}]/gu, '').trim();
