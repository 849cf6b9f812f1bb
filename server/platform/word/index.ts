import { Buffer } from 'node:buffer';
import type { TemplateBlock } from '../../core/documents/kind.ts';
import type { Paper } from '../../core/reports/paper.ts';
import { ThreadPool } from '../thread-pool.ts';
import type { WordValues } from './fill-docx.ts';
import type { PaperMark } from './mark-docx.ts';
import type { CheckedTemplate, FilledPaper, WordAnswer, WordTask } from './word-tasks.ts';

export type { PaperLayout } from './docx-to-pdf.ts';
export type { WordValues } from './fill-docx.ts';
export type { PaperMark } from './mark-docx.ts';
export type { CheckedTemplate, FilledPaper } from './word-tasks.ts';

/** Word files of others are read here: a thread has its own heap and can be given up. */
const pool = new ThreadPool<WordTask, WordAnswer>('server/platform/word/word-thread.ts', {
  threads: 1,
  limitMs: 20_000,
  idleMs: 60_000,
  heapMb: 192,
});

/** Makes a template in Word from its words. */
export async function buildTemplate(title: string, blocks: readonly TemplateBlock[]): Promise<Buffer> {
  const answer = await pool.run({ do: 'build', title, blocks });
  if (!('built' in answer)) throw new Error('not an answer to this');
  return Buffer.from(answer.built);
}

/** Makes a report in Word: text, tables and bars, all of it to be edited. */
export async function makeReport(paper: Paper): Promise<Buffer> {
  const answer = await pool.run({ do: 'report', paper });
  if (!('built' in answer)) throw new Error('not an answer to this');
  return Buffer.from(answer.built);
}

/** Reads a template somebody uploaded: its placeholders, and what of it is not printed. Faults are ThreadFaults with code `word`. */
export async function checkTemplate(bytes: Uint8Array): Promise<CheckedTemplate> {
  const answer = await pool.run({ do: 'check', bytes });
  if (!('checked' in answer)) throw new Error('not an answer to this');
  return answer.checked;
}

/** Fills a template: the Word file, and the same as pages of a PDF. */
export async function fillTemplate(
  template: Uint8Array,
  values: WordValues,
  mark: { draft: string } | PaperMark,
): Promise<FilledPaper> {
  const answer = await pool.run({ do: 'fill', template, values, mark });
  if (!('filled' in answer)) throw new Error('not an answer to this');
  return answer.filled;
}
