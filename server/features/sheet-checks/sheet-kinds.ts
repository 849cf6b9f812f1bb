import { setImmediate as nextTurn } from 'node:timers/promises';
import type {
  ProblemLevel,
  SheetCheckKind,
  SheetColumn,
  SheetProblem,
} from '../../core/contract/sheet-checks.ts';
import { elapsed } from '../../platform/clock.ts';
import type { Ctx } from '../../platform/context.ts';
import type { SheetRow } from '../../platform/workbooks/index.ts';

/** Plain values a check is bound to: which project, which team, which month. Stored; never personal data. */
export type Scope = Readonly<Record<string, string | number | boolean>>;

/** What the rules of a kind say of the rows; the faults of single cells are added by the engine. */
export interface Findings {
  problems: SheetProblem[];
}

/** Where the rows came from, for the record that is made of them. */
export interface SheetFile {
  fileId: string;
  sha256: string;
  fileName: string;
}

/** A kind of workbook, as its feature hands it in. */
export interface SheetKind<S extends Scope, Facts = void> {
  kind: SheetCheckKind;
  columns: readonly SheetColumn[] | ((scope: S) => readonly SheetColumn[]);
  maxRows: number;
  /** Each row stands for itself: those without a blocking problem may be stored while the others are left out. */
  rowsStandAlone?: true;
  /**
   * What the records say, whatever the rows may be: it is asked while a thread still reads the workbook. Throws AppError
   * notFound when the actor may no longer see the scope.
   */
  gather?(scope: S, ctx: Ctx): Promise<Facts>;
  /** What can be made of rows by themselves; told of the next ones while a thread reads on. */
  prepare?(rows: readonly SheetRow[]): void;
  /**
   * Checks all rows, in slices (`inSlices`) so that others do not wait. Runs again at confirm with the store as it is
   * then. A kind that gathers nothing beforehand throws here what `gather` would.
   */
  check(rows: readonly SheetRow[], scope: S, ctx: Ctx, facts: Facts): Promise<Findings>;
  /** Stores the rows, in the transaction of the engine; may run again after a write conflict. */
  confirm(
    rows: readonly SheetRow[],
    scope: S,
    findings: Findings,
    ctx: Ctx,
    file: SheetFile,
  ): Promise<Record<string, string | number>>;
}

const kinds = new Map<SheetCheckKind, SheetKind<Scope>>();

/** Called once by the feature that owns the kind, when its module is loaded. */
export function defineSheetKind<S extends Scope, Facts = void>(
  kind: SheetKind<S, Facts>,
): SheetKind<S, Facts> {
  // Scopes are stored by the kind's own startSheetCheck and come back as they went in; facts are the kind's own.
  kinds.set(kind.kind, kind as unknown as SheetKind<Scope>);
  return kind;
}

export function sheetKind(kind: SheetCheckKind): SheetKind<Scope> {
  const found = kinds.get(kind);
  if (found === undefined) throw new Error(`No feature reads workbooks of kind ${kind}`);
  return found;
}

export const columnsOf = (kind: SheetKind<Scope>, scope: Scope): readonly SheetColumn[] =>
  typeof kind.columns === 'function' ? kind.columns(scope) : kind.columns;

/** One problem, written short. */
export const problem = (
  row: number,
  column: string | undefined,
  rule: string,
  level: ProblemLevel,
  zh: string,
  en: string,
): SheetProblem => ({ row, ...(column === undefined ? {} : { column }), rule, level, zh, en });

/** How long others wait for their turn, and after how many rows that is looked at. */
const SLICE_MS = 4;
const LOOK_EVERY = 16;

/** Goes through many rows and lets others have their turn every few milliseconds, however much is done with each. */
export async function inSlices<Item>(
  items: readonly Item[],
  work: (item: Item, index: number) => void,
): Promise<void> {
  let end = elapsed() + SLICE_MS;
  for (const [index, item] of items.entries()) {
    if (index % LOOK_EVERY === 0 && elapsed() >= end) {
      await nextTurn();
      end = elapsed() + SLICE_MS;
    }
    work(item, index);
  }
}
