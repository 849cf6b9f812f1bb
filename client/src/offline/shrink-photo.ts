/** Enough to read a handwritten IOU; a tenth of what a camera makes. */
const LONGEST_EDGE = 1600;
const QUALITY = 0.78;
const SMALL_ENOUGH = 400_000;
const ACCEPTED = ['image/jpeg', 'image/png', 'image/webp'];

/** The phone cannot read this picture (some brands' own formats); the person is asked for another one. */
export class UnreadablePhoto extends Error {}

interface Drawable {
  width: number;
  height: number;
  draw: (context: CanvasRenderingContext2D, width: number, height: number) => void;
}

async function decode(photo: Blob): Promise<Drawable> {
  const url = URL.createObjectURL(photo);
  const image = new Image();
  try {
    image.src = url;
    await image.decode();
    return {
      width: image.naturalWidth,
      height: image.naturalHeight,
      draw: (context, width, height) => context.drawImage(image, 0, 0, width, height),
    };
  } catch {
    throw new UnreadablePhoto();
  } finally {
    // The picture is decoded by now, or never will be.
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
  }
}

/** Makes a photo small on the phone itself, turned the way it was taken. Small ones stay as they are. */
export async function shrinkPhoto(photo: Blob): Promise<Blob> {
  const isAccepted = ACCEPTED.includes(photo.type);
  const picture = await decode(photo);
  const scale = Math.min(1, LONGEST_EDGE / Math.max(picture.width, picture.height));
  if (isAccepted && photo.size <= SMALL_ENOUGH && scale === 1) return photo;
  const canvas = document.createElement('canvas');
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const context = canvas.getContext('2d');
  if (!context) throw new UnreadablePhoto();
  // Transparent screenshots would turn black as JPEG.
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  picture.draw(context, canvas.width, canvas.height);
  const made = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', QUALITY));
  if (!made) throw new UnreadablePhoto();
  return isAccepted && made.size >= photo.size ? photo : made;
}
