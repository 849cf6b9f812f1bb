import type { PayrollEntry } from '../../core/contract/payroll.ts';
import { DEDUCTION_KINDS } from '../../core/contract/payroll.ts';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { isPayMonth } from '../../core/kit/plain-date.ts';
import type { PayrollRow } from '../../core/pay/payroll-row.ts';
import { blindIndex } from '../../platform/crypto/index.ts';
import type { SheetRow } from '../../platform/workbooks/index.ts';

type Cells = SheetRow['cells'];
const textOf = (value: string | number | null | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null;
const numberOf = (value: string | number | null | undefined): number | null =>
  typeof value === 'number' ? value : null;
const monthOf = (value: string | number | null | undefined): PayMonth | null =>
  isPayMonth(value) ? value : null;

/** A number that cannot be one (all letters, say) has no key; what is wrong with it is told by its form. */
export function keyOf(kind: 'citizenId' | 'bankCard', value: string | null): string | null {
  if (value === null || !/\d/u.test(value)) return null;
  return blindIndex(kind, value);
}

/** One row of the workbook as the rules read it. Sums left empty are zero; whoever has pieces is paid by the piece. */
export function rowOfCells({ row, cells }: SheetRow): PayrollRow {
  const number = (key: string): number | null => numberOf(cells[key]);
  const citizenId = textOf(cells['citizenId']);
  const bankCard = textOf(cells['bankCard']);
  return {
    row,
    name: textOf(cells['name']),
    citizenId,
    bankCard,
    personKey: keyOf('citizenId', citizenId),
    cardKey: keyOf('bankCard', bankCard),
    payKind: kindOf(cells),
    daysHundredths: number('daysHundredths'),
    hoursHundredths: number('hoursHundredths'),
    dayRateFen: number('dayRateFen'),
    piecesHundredths: number('piecesHundredths'),
    piecePriceFen: number('piecePriceFen'),
    overtimeFen: number('overtimeFen') ?? 0,
    allowancesFen: number('allowancesFen') ?? 0,
    backPayFen: number('backPayFen') ?? 0,
    backPayMonth: monthOf(cells['backPayMonth']),
    grossFen: number('grossFen'),
    advanceFen: number('advanceFen') ?? 0,
    deductions: {
      incomeTax: number('incomeTax') ?? 0,
      socialInsurance: number('socialInsurance') ?? 0,
      courtOrdered: number('courtOrdered') ?? 0,
      damage: number('damage') ?? 0,
      other: number('other') ?? 0,
    },
    otherGround: textOf(cells['otherGround']),
    netFen: number('netFen'),
    isSigned: textOf(cells['isSigned']) !== null,
  };
}

function kindOf(cells: Cells): PayrollRow['payKind'] {
  const said = cells['payKind'];
  if (said === 'TIME_RATE' || said === 'PIECE_RATE') return said;
  return numberOf(cells['piecesHundredths']) === null ? 'TIME_RATE' : 'PIECE_RATE';
}

/** A typed row; `row` counts from 1. Who it is was looked up on the roster where the row named an enrolment. */
export function rowOfEntry(entry: PayrollEntry, row: number): PayrollRow {
  const { name, citizenId, bankCard = null, ...rest } = entry;
  const { hoursHundredths = null, dayRateFen = null, piecesHundredths = null, piecePriceFen = null } = rest;
  return {
    ...rest,
    ...{ row, name, citizenId, bankCard, hoursHundredths, dayRateFen, piecesHundredths, piecePriceFen },
    personKey: keyOf('citizenId', citizenId),
    cardKey: keyOf('bankCard', bankCard),
    backPayMonth: entry.backPayMonth ?? null,
    otherGround: entry.otherGround ?? null,
    deductions: { ...entry.deductions },
  };
}

/** What a template prints of an entry: a cell for each column, empty where there is nothing. */
export function cellsOf(entry: Partial<PayrollEntry>): Cells {
  const { deductions, isSigned: _, ...rest } = entry;
  const cells: Cells = {};
  for (const [key, value] of Object.entries(rest)) {
    if (typeof value === 'string' || typeof value === 'number') cells[key] = value;
  }
  for (const kind of DEDUCTION_KINDS) cells[kind] = deductions?.[kind] ?? null;
  return cells;
}
