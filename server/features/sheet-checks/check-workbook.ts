import { setImmediate as nextTurn } from 'node:timers/promises';
import type { SheetCheckView, SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { Ctx } from '../../platform/context.ts';
import type { WorkbookSource } from '../../platform/workbooks/index.ts';
import { readSheet } from '../../platform/workbooks/index.ts';
import type { SheetRow } from '../../platform/workbooks/index.ts';
import type { SheetCheckRecord } from './sheet-check.model.ts';
import type { Findings, Scope, SheetKind } from './sheet-kinds.ts';

export interface CheckedSheet {
  rows: SheetRow[];
  /** What a confirm may store: all rows, or those without fault; nothing where a problem keeps the sheet back. */
  storable: SheetRow[];
  findings: Findings;
  blocking: number;
  notices: number;
  rules: SheetCheckView['rules'];
}

interface FoundInSheet extends Pick<SheetCheckRecord, 'rows' | 'blocking' | 'notices' | 'rules'> {
  leaveOut: number | null;
}

/**
 * Reads a workbook of a kind and checks it: faults of cells first, then the kind's own rules. The same for an upload, at
 * confirm, and on the command line. Throws WorkbookFault when the file cannot be read as a whole.
 */
export async function checkWorkbook<S extends Scope, Facts>(
  kind: SheetKind<S, Facts>,
  source: WorkbookSource,
  scope: S,
  ctx: Ctx,
  onProgress: (done: number, total: number) => void = () => {},
): Promise<CheckedSheet> {
  const columns = typeof kind.columns === 'function' ? kind.columns(scope) : kind.columns;
  const gathering = kind.gather?.(scope, ctx);
  gathering?.catch(() => {}); // awaited below, behind what is wrong with the file
  const preparing = preparingOf(kind);
  const onRows = (rows: readonly SheetRow[]): void => preparing.add(rows);
  const sheet = await readSheet(source, columns, { maxRows: kind.maxRows, onProgress, onRows });
  await preparing.end();
  const facts = (await gathering) as Facts; // undefined only for a kind that gathers nothing
  const found = await kind.check(sheet.rows, scope, ctx, facts);
  const problems = [...sheet.problems, ...found.problems].sort(bySheetOrder(columns.map(({ key }) => key)));
  let blocking = 0;
  for (const { level } of problems) if (level === 'block') blocking += 1;
  return {
    rows: sheet.rows,
    storable: storableOf(sheet.rows, problems, kind.rowsStandAlone === true),
    findings: { ...found, problems },
    blocking,
    notices: problems.length - blocking,
    rules: countRules(problems),
  };
}

/**
 * What a busy process has not taken yet of a thread's news comes all in one turn: each portion is prepared in a turn of
 * its own, so that others have theirs in between.
 */
function preparingOf({ prepare }: Pick<SheetKind<Scope>, 'prepare'>): {
  add(rows: readonly SheetRow[]): void;
  end(): Promise<void>;
} {
  let ready = Promise.resolve();
  return {
    add(rows) {
      if (prepare === undefined) return;
      ready = ready.then(nextTurn).then(() => prepare(rows));
      ready.catch(() => {}); // told at the end, behind what is wrong with the file
    },
    end: () => ready,
  };
}

/** Row 0 is the sheet itself. */
function storableOf(
  rows: SheetRow[],
  problems: readonly SheetProblem[],
  rowsStandAlone: boolean,
): SheetRow[] {
  const blocked = new Set(problems.flatMap(({ row, level }) => (level === 'block' ? [row] : [])));
  if (blocked.size === 0) return rows;
  return rowsStandAlone && !blocked.has(0) ? rows.filter(({ row }) => !blocked.has(row)) : [];
}

/** What the record of the check keeps of it. */
export function foundIn({ rows, storable, blocking, notices, rules }: CheckedSheet): FoundInSheet {
  const isClosed = blocking > 0 && storable.length === 0;
  return {
    ...{ rows: rows.length, blocking, notices, rules },
    leaveOut: isClosed ? null : rows.length - storable.length,
  };
}

function bySheetOrder(keys: readonly string[]): (a: SheetProblem, b: SheetProblem) => number {
  const place = new Map(keys.map((key, at) => [key, at]));
  const at = ({ column }: SheetProblem): number => (column === undefined ? -1 : (place.get(column) ?? -1));
  return (a, b) => a.row - b.row || at(a) - at(b);
}

/** How often each rule was broken: blocking ones first, the most frequent first. */
function countRules(problems: readonly SheetProblem[]): SheetCheckView['rules'] {
  const counts = new Map<string, SheetCheckView['rules'][number]>();
  for (const { rule, level } of problems) {
    const known = counts.get(`${level} ${rule}`);
    if (known === undefined) counts.set(`${level} ${rule}`, { rule, level, count: 1 });
    else known.count += 1;
  }
  const rank = { block: 0, notice: 1 };
  return [...counts.values()].sort((a, b) => rank[a.level] - rank[b.level] || b.count - a.count);
}
