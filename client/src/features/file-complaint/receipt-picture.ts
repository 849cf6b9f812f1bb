import { toCanvas } from 'qrcode';

export interface PictureWords {
  title: string;
  number: string;
  lines: readonly string[];
  address: string;
}

const WIDTH = 720;
const MARGIN = 48;
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';

/** Breaks where the paper ends: Chinese anywhere, figures and addresses in one piece. */
function linesOf(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const letter of text.match(/[\w.:/-]+|[\s\S]/g) ?? []) {
    if (context.measureText(line + letter).width > width && line !== '') {
      lines.push(line);
      line = '';
    }
    line += letter;
  }
  return line === '' ? lines : [...lines, line];
}

/** The receipt as one picture for the phone's gallery, where people look for such things. */
export async function drawReceipt(words: PictureWords): Promise<Blob> {
  const qr = document.createElement('canvas');
  await toCanvas(qr, words.address, { margin: 1, width: 320 });
  const canvas = document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (!context) throw new Error('This browser cannot draw');
  context.font = `30px ${FONT}`;
  const lines = words.lines.flatMap((line) => linesOf(context, line, WIDTH - 2 * MARGIN));
  canvas.width = WIDTH;
  canvas.height = 230 + lines.length * 46 + 380;
  context.fillStyle = 'white';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#1d4ed8';
  context.fillRect(0, 0, canvas.width, 96);
  context.fillStyle = 'white';
  context.font = `bold 38px ${FONT}`;
  context.fillText(words.title, MARGIN, 62);
  context.fillStyle = '#1f2937';
  context.font = `bold 46px ${FONT}`;
  context.fillText(words.number, MARGIN, 174);
  context.font = `30px ${FONT}`;
  lines.forEach((line, at) => context.fillText(line, MARGIN, 236 + at * 46));
  context.drawImage(qr, (WIDTH - 320) / 2, canvas.height - 360, 320, 320);
  return new Promise((resolve, reject) =>
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('This browser cannot draw'))),
      'image/png',
    ),
  );
}
