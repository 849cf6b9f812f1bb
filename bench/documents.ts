import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import type { DocumentKind } from '../server/core/contract/documents.ts';
import { fillDocument } from '../server/core/documents/fill-document.ts';
import { DOCUMENT_KIND_ROWS } from '../server/core/documents/kinds.ts';
import { plainDate } from '../server/core/kit/plain-date.ts';
import type { BindTask, BoundVolume } from '../server/features/archive/bind-task.ts';
import { makePaper } from '../server/features/documents/make-paper.ts';
import { openFileStore } from '../server/platform/files/index.ts';
import { ThreadPool } from '../server/platform/thread-pool.ts';
import { SOURCE, TYPED } from '../test/features/documents/golden-source.ts';
import { cpuSeconds } from './machine.ts';
import { duration, figure, median, Results } from './measure.ts';
import type { BenchOptions } from './run.ts';

/** A page, a page with a table, and a form. */
const KINDS: readonly DocumentKind[] = ['inquiryNotice', 'rectificationOrder', 'filingApproval'];
const PACK = 100;
const PAPER_WITHIN_S = 0.3;
const PACK_WITHIN_S = 20;
/** So many of each kind and round; the first of all warms the threads and is not counted. */
const OF_EACH = 7;

const paper = (kind: DocumentKind) =>
  makePaper({
    kind,
    templateId: undefined,
    officeName: SOURCE.office.name,
    filled: fillDocument(DOCUMENT_KIND_ROWS[kind], SOURCE, TYPED[kind] ?? {}),
  });

/** Papers as the product makes them, Word file and PDF, one at a time in its own threads; then a hundred bound into a file. */
export async function run({ rounds }: BenchOptions, say: (line: string) => void): Promise<Results> {
  const results = new Results();
  const dir = mkdtempSync(join(tmpdir(), 'bench-documents-'));
  try {
    for (const kind of KINDS) await paper(kind);
    for (let round = 1; round <= rounds; round++) {
      say(`round ${round} of ${rounds}: papers`);
      for (const kind of KINDS) {
        const taken: number[] = [];
        const before = cpuSeconds(undefined);
        for (let at = 0; at < OF_EACH; at++) taken.push((await duration(() => paper(kind))).value);
        const cpu = ((cpuSeconds(undefined) - before) * 1000) / OF_EACH;
        const name = `one ${DOCUMENT_KIND_ROWS[kind].name.en}, Word and PDF, warm`;
        results.add(name, 's', { ...figure(median(taken)), cpu }, { of: 'value', most: PAPER_WITHIN_S });
      }
      say(`round ${round} of ${rounds}: a pack of ${PACK}`);
      results.add(
        `${PACK} papers drawn and bound into one numbered file`,
        's',
        await duration(() => pack(join(dir, String(round)), say)),
        { of: 'value', most: PACK_WITHIN_S },
      );
    }
  } finally {
    rmSync(dir, { recursive: true, force: true });
  }
  return results;
}

const threads = new ThreadPool<BindTask, BoundVolume[], { done: number }>(
  'server/features/archive/bind-thread.ts',
  { threads: 1, limitMs: 120_000, idleMs: 1_000, heapMb: 384 },
);

async function pack(dataDir: string, say: (line: string) => void): Promise<void> {
  const files = { dataDir, keys: { active: 'bench', keys: new Map([['bench', randomBytes(32)]]) } };
  const store = openFileStore(files);
  const items: BindTask['volumes'][number]['items'][number][] = [];
  for (let at = 0; at < PACK; at++) {
    const kind = KINDS[at % KINDS.length] ?? 'inquiryNotice';
    const { sha256 } = await store.put(Readable.from([(await paper(kind)).pdf]));
    items.push({ section: 'notice', title: DOCUMENT_KIND_ROWS[kind].name.zh, pages: { stored: sha256 } });
  }
  const day = plainDate('2026-03-04');
  const words = {
    office: SOURCE.office.name,
    fileNumber: '1',
    facts: [],
    remarks: [],
    compiledBy: '—',
    compiledOn: day,
  };
  const began = performance.now();
  let told = 0;
  const bound = await threads.run(
    { files, at: `${day}T00:00:00.000Z`, volumes: [{ words, items }] },
    { onNews: () => (told += 1) },
  );
  const seconds = ((performance.now() - began) / 1000).toFixed(2);
  say(`bound ${bound[0]?.pages ?? 0} pages in ${seconds} s, with ${told} words of progress`);
}
