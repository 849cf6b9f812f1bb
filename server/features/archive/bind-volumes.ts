import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import sharp from 'sharp';
import { pagesFrom } from '../../core/archive/sections.ts';
import { openFileStore } from '../../platform/files/index.ts';
import type { FileStore } from '../../platform/files/index.ts';
import { drawPages } from '../../platform/pdf/draw-pdf.ts';
import type { JoinedPart } from '../../platform/pdf/join-pdfs.ts';
import { joinPdfs, partsOf, readOwnPdf } from '../../platform/pdf/join-pdfs.ts';
import type { PdfContent } from '../../platform/pdf/index.ts';
import type {
  BindTask,
  BoundLine,
  BoundVolume,
  FileItem,
  ItemPages,
  VolumeTask,
  VolumeWords,
} from './bind-task.ts';
import { coverPage, drawnTogether, indexPages, itemPage, picturePage, remarksPage } from './volume-pages.ts';

type Drawn = JoinedPart['pdf'];

/** Draws, numbers and binds each volume; every stored paper is hashed once more on its way in. */
export async function bindVolumes(
  task: BindTask,
  tell: (news: { done: number }) => void,
): Promise<BoundVolume[]> {
  const store = openFileStore(task.files);
  const bound: BoundVolume[] = [];
  let done = 0;
  const count = (): void => {
    done += 1;
    tell({ done });
  };
  for (const volume of task.volumes) bound.push(await bindVolume(volume, store, new Date(task.at), count));
  return bound;
}

interface DrawnItem {
  item: FileItem;
  pdf: Drawn;
  pages: number;
}

async function bindVolume(
  { words, items }: VolumeTask,
  store: FileStore,
  at: Date,
  count: () => void,
): Promise<BoundVolume> {
  const { cover, drawn } = await drawItems(words, items, store, count);
  const { index, remarks, lines } = await numbered(drawn, words);
  const title = [words.fileNumber, words.volumeName ?? ''].join(' ').trim();
  const parts: JoinedPart[] = [
    { pdf: cover, title: '封面' },
    { pdf: index, title: '卷内目录' },
    ...drawn.map(({ item, pdf }) => ({ pdf, title: item.title })),
    { pdf: remarks, title: '备考表' },
  ];
  const { bytes, pages } = joinPdfs(parts, { title, at });
  return { bytes, pages, lines };
}

/** So many papers are drawn at once: each drawing embeds its faces, and holds its pictures until it is done. */
const AT_ONCE = 40;

/** Stored papers as they are, everything else drawn together behind the cover. */
async function drawItems(
  words: VolumeWords,
  items: readonly FileItem[],
  store: FileStore,
  count: () => void,
): Promise<{ cover: Drawn; drawn: DrawnItem[] }> {
  const ready = new Map<FileItem, Drawn>();
  const waiting: { item?: FileItem; paper: PdfContent }[] = [{ paper: coverPage(words) }];
  let cover: Drawn | undefined;
  const flush = async (): Promise<void> => {
    const papers = waiting.splice(0);
    if (papers.length === 0) return;
    const parts = await draw(papers.map(({ paper }) => paper));
    for (const [at, { item }] of papers.entries()) {
      const part = parts[at];
      if (part === undefined) throw new Error('a paper was not drawn');
      if (item === undefined) cover = part;
      else ready.set(item, part);
    }
  };
  for (const item of items) {
    const { pages, title } = item;
    if ('stored' in pages) ready.set(item, readOwnPdf(await storedBytes(store, pages.stored, title)));
    else if ('bytes' in pages) ready.set(item, readOwnPdf(pages.bytes));
    else waiting.push({ item, paper: await paperOf(title, pages, store) });
    if (waiting.length >= AT_ONCE) await flush();
    count();
  }
  await flush();
  if (cover === undefined) throw new Error('a file without a cover');
  const drawn = items.flatMap((item) => {
    const pdf = ready.get(item);
    return pdf === undefined ? [] : [{ item, pdf, pages: pdf.pages.length }];
  });
  return { cover, drawn };
}

async function paperOf(
  title: string,
  pages: Extract<ItemPages, { draw: unknown } | { picture: string }>,
  store: FileStore,
): Promise<PdfContent> {
  if ('draw' in pages) return itemPage(title, pages.draw.content);
  return picturePage(title, pages.head, await pictureOf(pages, store, title));
}

/** The index has to know how long it is itself: it is drawn until its own pages are what it says. */
async function numbered(
  drawn: readonly DrawnItem[],
  words: VolumeWords,
): Promise<{ index: Drawn; remarks: Drawn; lines: BoundLine[] }> {
  for (let own = 1; ;) {
    const lines = pagesFrom(drawn, own + 2).map(({ item: { item }, fromPage, toPage }) =>
      lineOf(item, fromPage, toPage),
    );
    const pages = (lines.at(-1)?.toPage ?? own + 1) + 1;
    const [index, remarks] = await draw([
      indexPages(lines),
      remarksPage(words, { items: lines.length, pages }),
    ]);
    if (index === undefined || remarks === undefined) throw new Error('an index was not drawn');
    if (index.pages.length === own && remarks.pages.length === 1) return { index, remarks, lines };
    if (index.pages.length === own) throw new Error('remarks of more than a page');
    own = index.pages.length;
  }
}

const lineOf = (
  { section, title, documentNumber, date }: FileItem,
  fromPage: number,
  toPage: number,
): BoundLine => ({
  section,
  title,
  ...(documentNumber === undefined ? {} : { documentNumber }),
  ...(date === undefined ? {} : { date }),
  fromPage,
  toPage,
});

const draw = async (papers: readonly PdfContent[]): Promise<Drawn[]> =>
  partsOf(readOwnPdf((await drawPages(drawnTogether(papers))).bytes));

/** As large as print needs it, upright, on white and without what the camera wrote into it. */
async function pictureOf(
  { picture }: Extract<ItemPages, { picture: string }>,
  store: FileStore,
  title: string,
): Promise<string> {
  const bytes = await sharp(await storedBytes(store, picture, title), { limitInputPixels: 80_000_000 })
    .autoOrient()
    .resize(1600, 1600, { fit: 'inside', withoutEnlargement: true })
    .flatten({ background: '#fff' })
    .jpeg({ quality: 82 })
    .toBuffer();
  return `data:image/jpeg;base64,${bytes.toString('base64')}`;
}

/** The bytes that were frozen under this fingerprint, and no others. */
async function storedBytes(store: FileStore, sha256: string, title: string): Promise<Buffer> {
  const found = await store.get(sha256);
  const chunks: Buffer[] = [];
  if (found !== null) for await (const chunk of found.stream as AsyncIterable<Buffer>) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  if (createHash('sha256').update(bytes).digest('hex') === sha256) return bytes;
  throw Object.assign(new Error(`${title}: not what was recorded`), { code: 'fileChanged', details: title });
}
