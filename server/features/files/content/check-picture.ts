import { readFile } from 'node:fs/promises';
import sharp from 'sharp';
import type { ImageKind } from '../file-kinds.ts';
import { broken, refused } from './content-fault.ts';
import { checkJpeg, checkPng, checkWebp } from './picture-structure.ts';

// The cache remembers files by path; ours are renamed right after they were read.
sharp.cache(false);

export const MAX_PIXELS = 80_000_000;
const THUMBNAIL_EDGE = 480;
const CHECKS: Readonly<Record<ImageKind, (bytes: Buffer) => void>> = {
  jpeg: checkJpeg,
  png: checkPng,
  webp: checkWebp,
};

export interface Picture {
  width: number;
  height: number;
  /** WebP without any of the photo's own data (place, device, time). */
  thumbnail: Buffer;
}

/** Decodes every pixel, so that a cut-off or damaged picture is found now and not in front of an inspector. */
export async function checkPicture(path: string, kind: ImageKind): Promise<Picture> {
  const bytes = await readFile(path);
  CHECKS[kind](bytes);
  const { width, height } = await pictureSize(bytes);
  if (width * height > MAX_PIXELS) throw refused(`${width}×${height} > ${MAX_PIXELS / 1_000_000} MP`);
  return { width, height, thumbnail: await drawThumbnail(bytes) };
}

async function pictureSize(bytes: Buffer): Promise<{ width: number; height: number }> {
  try {
    const { autoOrient } = await sharp(bytes, { limitInputPixels: false }).metadata();
    return autoOrient;
  } catch {
    throw broken({ zh: '图片', en: 'picture' });
  }
}

export async function drawThumbnail(source: Buffer): Promise<Buffer> {
  try {
    return await sharp(source, { limitInputPixels: MAX_PIXELS, failOn: 'warning', sequentialRead: true })
      .autoOrient()
      .resize(THUMBNAIL_EDGE, THUMBNAIL_EDGE, { fit: 'inside', withoutEnlargement: true })
      .webp({ quality: 75 })
      .toBuffer();
  } catch {
    throw broken({ zh: '图片', en: 'picture' });
  }
}
