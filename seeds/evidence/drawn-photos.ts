import sharp from 'sharp';

/** A made-up picture of a building site that says of itself where and when it was taken, as a phone's would. */
export async function sitePhoto(day: string, tone: string): Promise<Buffer> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1200" height="800">
<rect width="1200" height="800" fill="#bcd4e6"/><rect y="560" width="1200" height="240" fill="#b49a78"/>
<rect x="620" y="180" width="360" height="420" fill="${tone}"/>${windows()}
<rect x="180" y="120" width="24" height="480" fill="#d97706"/><rect x="60" y="120" width="520" height="20" fill="#d97706"/>
<circle cx="360" cy="520" r="44" fill="#f2c9a1"/><path d="M310 510 a50 46 0 0 1 100 0 z" fill="#facc15"/>
<rect x="312" y="564" width="96" height="160" rx="20" fill="#1d4ed8"/></svg>`;
  const at = `${day.replaceAll('-', ':')} 09:24:00`;
  return sharp(Buffer.from(svg))
    .withExif({
      IFD0: { Make: 'HUAWEI', Model: 'P30' },
      IFD2: { DateTimeOriginal: at },
      IFD3: {
        GPSLatitudeRef: 'N',
        GPSLatitude: '23/1 22/1 1200/100',
        GPSLongitudeRef: 'E',
        GPSLongitude: '104/1 15/1 0/100',
      },
    })
    .jpeg({ quality: 80 })
    .toBuffer();
}

const windows = (): string =>
  Array.from({ length: 15 }, (_none, at) => {
    const [x, y] = [650 + (at % 3) * 110, 210 + Math.floor(at / 3) * 74];
    return `<rect x="${x}" y="${y}" width="70" height="44" fill="#334155"/>`;
  }).join('');

/** Bubbles of a conversation, as a picture of a phone's screen. */
export function chatPicture(): Promise<Buffer> {
  const bubbles = Array.from({ length: 7 }, (_none, at) => {
    const mine = at % 3 === 1;
    return `<rect x="${mine ? 190 : 40}" y="${60 + at * 120}" width="${320 - (at % 4) * 40}" height="84" rx="18" fill="${mine ? '#86efac' : '#ffffff'}"/>`;
  });
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="540" height="960"><rect width="540" height="960" fill="#e5e7eb"/>${bubbles.join('')}</svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

/** A second of a quiet tone: what a voice note sounds like to a machine. */
export function tone(): Buffer {
  const rate = 8_000;
  const samples = Buffer.alloc(rate);
  for (let at = 0; at < rate; at += 1)
    samples[at] = 128 + Math.round(40 * Math.sin((at * 2 * Math.PI * 440) / rate));
  const head = Buffer.alloc(44);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(36 + rate, 4);
  head.write('WAVEfmt ', 8, 'latin1');
  head.writeUInt32LE(16, 16);
  head.writeUInt16LE(1, 20);
  head.writeUInt16LE(1, 22);
  head.writeUInt32LE(rate, 24);
  head.writeUInt32LE(rate, 28);
  head.writeUInt16LE(1, 32);
  head.writeUInt16LE(8, 34);
  head.write('data', 36, 'latin1');
  head.writeUInt32LE(rate, 40);
  return Buffer.concat([head, samples]);
}

/** A name as a finger writes it: three strokes, a little different for each. */
export const hand = (seed: number): number[][] => [
  [120, 300 + seed * 20, 260, 520, 380, 260, 420, 700],
  [470, 240, 610, 300 + seed * 15, 560, 640, 690, 600],
  [730, 320, 880, 260 + seed * 10, 820, 720],
];
