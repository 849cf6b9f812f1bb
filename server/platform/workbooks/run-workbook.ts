import type { SheetColumn, SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { RunOptions } from '../thread-pool.ts';
import { ThreadFault, ThreadPool } from '../thread-pool.ts';
import type { ReadSheetOptions, SheetContent, SheetRow, WorkbookSource } from './sheet-row.ts';
import { WorkbookFault, isFaultCode } from './workbook-fault.ts';
import type { FaultDetails } from './workbook-fault.ts';
import type { TemplateWords, WorkbookAnswer, WorkbookNews, WorkbookTask } from './workbook-tasks.ts';

const pool = new ThreadPool<WorkbookTask, WorkbookAnswer, WorkbookNews>(
  'server/platform/workbooks/workbook-thread.ts',
  { threads: 2, limitMs: 60_000, idleMs: 60_000, heapMb: 192 },
);

/**
 * Reads the sheet with these headings: checked before a byte is unpacked, read in a thread. Throws WorkbookFault when
 * the workbook as a whole cannot be read; faults of single cells are problems and lose nothing but that cell.
 */
export async function readSheet(
  source: WorkbookSource,
  columns: readonly SheetColumn[],
  { maxRows, onProgress, onRows, signal }: ReadSheetOptions,
): Promise<SheetContent> {
  const rows: SheetRow[] = [];
  const answer = await run(
    { do: 'read', source, columns, maxRows },
    {
      onNews: (news) => {
        for (const row of news.rows) rows.push(row);
        onRows?.(news.rows);
        onProgress?.(news.done, news.total);
      },
      ...(signal === undefined ? {} : { signal }),
    },
  );
  if (!('problems' in answer)) throw new Error('the thread answered something else');
  return { rows, ...answer };
}

/**
 * An empty or pre-filled workbook of these columns; `rows` hold what readSheet would give (fen, hundredths, days), and
 * reading the file back gives just them. Long numbers are text, choices are drop-downs.
 */
export async function writeTemplate(
  columns: readonly SheetColumn[],
  rows: readonly Readonly<Record<string, string | number | null>>[],
  words: TemplateWords,
): Promise<Uint8Array> {
  return bytesOf(await run({ do: 'template', columns, rows, words }));
}

/** The same workbook with the faulty cells coloured and a column beside them that says what is wrong. */
export async function markSheet(
  source: WorkbookSource,
  columns: readonly SheetColumn[],
  problems: readonly SheetProblem[],
): Promise<Uint8Array> {
  return bytesOf(await run({ do: 'mark', source, columns, problems }));
}

function bytesOf(answer: WorkbookAnswer): Uint8Array {
  if (!('bytes' in answer)) throw new Error('the thread answered something else');
  return answer.bytes;
}

async function run(task: WorkbookTask, options: RunOptions<WorkbookNews> = {}): Promise<WorkbookAnswer> {
  try {
    return await pool.run(task, options);
  } catch (error) {
    if (!(error instanceof ThreadFault)) throw error;
    if (isFaultCode(error.code)) throw new WorkbookFault(error.code, error.details as FaultDetails); // as thrown there
    if (error.code === 'tooSlow' || error.code === 'ERR_WORKER_OUT_OF_MEMORY')
      throw new WorkbookFault('tooHeavy');
    throw error;
  }
}
