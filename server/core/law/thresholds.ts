import { ZERO_FEN, fen, shareOf, type Fen } from '../kit/money.ts';
import { plainDate, type PlainDate } from '../kit/plain-date.ts';
import type { RuleId } from './articles.ts';

/** A national figure as it stands from a day on; null means as far back as the records go. */
export type DatedValue<Value> = { readonly inForceFrom: PlainDate | null; readonly value: Value };

/** A figure with the rule that sets it; newest value last. */
export type Threshold<Value> = {
  readonly cite: RuleId;
  readonly unit: 'hundredths' | 'basisPoints' | 'fen' | 'count' | 'calendarDays' | 'months' | 'years';
  readonly values: readonly DatedValue<Value>[];
  /** From an unverified rule: a default of a regional parameter, never shown as law. */
  readonly parameterDefault?: true;
};

/** From … to …, both ends included. */
export type Range<Value> = { readonly from: Value; readonly to: Value };

function always<Value>(value: Value): readonly DatedValue<Value>[] {
  return [{ inForceFrom: null, value }];
}

function yuan(amount: number): Fen {
  return fen(amount * 100);
}

function fine(from: number, to: number): readonly DatedValue<Range<Fen>>[] {
  return [{ inForceFrom: plainDate('2020-05-01'), value: { from: yuan(from), to: yuan(to) } }];
}

/** National figures; everything regional is a dated parameter instead. */
export const THRESHOLDS = {
  /** 月计薪天数: a month's pay is divided by 21.75 for a day's. */
  payDaysPerMonth: {
    cite: 'WAG-1',
    unit: 'hundredths',
    values: [{ inForceFrom: plainDate('2025-01-01'), value: 2175 }],
  },
  /** The same notice: a day's pay is divided by 8 for an hour's. */
  payHoursPerDay: {
    cite: 'WAG-1',
    unit: 'hundredths',
    values: [{ inForceFrom: plainDate('2025-01-01'), value: 800 }],
  },
  /** 月平均工作日: 20.67 days from 2025, 20.83 before; not for converting pay. */
  workingDaysPerMonth: {
    cite: 'WAG-2',
    unit: 'hundredths',
    values: [
      { inForceFrom: null, value: 2083 },
      { inForceFrom: plainDate('2025-01-01'), value: 2067 },
    ],
  },
  overtimeOnWorkingDay: { cite: 'WAG-3', unit: 'basisPoints', values: always(15_000) },
  overtimeOnRestDay: { cite: 'WAG-3', unit: 'basisPoints', values: always(20_000) },
  overtimeOnHoliday: { cite: 'WAG-3', unit: 'basisPoints', values: always(30_000) },
  /** Deduction for damage: at most 20 % of the month's wage. */
  damageDeduction: { cite: 'WAG-5', unit: 'basisPoints', values: always(2_000) },
  /** 加付赔偿金: 50–100 % of the sum due. */
  additionalCompensation: {
    cite: 'INS-26-1',
    unit: 'basisPoints',
    values: always({ from: 5_000, to: 10_000 }),
  },
  /** Longest cycle in which the owner pays the labour cost in. */
  labourCostCycle: { cite: 'REG-24-2', unit: 'months', values: always(1) },
  inspectorsPerVisit: { cite: 'INS-16-1', unit: 'count', values: always(2) },
  fineForPaymentFormUnit: { cite: 'REG-54-1', unit: 'fen', values: fine(20_000, 50_000) },
  fineForPaymentFormPerson: { cite: 'REG-54-1', unit: 'fen', values: fine(10_000, 30_000) },
  fineForAccountBondRealName: { cite: 'REG-55-1', unit: 'fen', values: fine(50_000, 100_000) },
  fineForPayrollAndBoard: { cite: 'REG-56-1', unit: 'fen', values: fine(50_000, 100_000) },
  fineForOwner: { cite: 'REG-57-1', unit: 'fen', values: fine(50_000, 100_000) },
  fineForBank: { cite: 'REG-58-1', unit: 'fen', values: fine(20_000, 50_000) },
  fineForObstruction: {
    cite: 'INS-30-1',
    unit: 'fen',
    values: always({ from: yuan(2_000), to: yuan(20_000) }),
  },
  /** A late fine grows 3 % a day and never past the fine itself. */
  lateFinePerDay: { cite: 'PRO-11', unit: 'basisPoints', values: always(300) },
  lateFineCap: { cite: 'PRO-11', unit: 'basisPoints', values: always(10_000) },
  /** A public notice counts as served when so many days have passed. */
  publicNoticeService: { cite: 'PRO-8b', unit: 'calendarDays', values: always(30) },
  /** The band in which each province sets its own figure for one worker (three months' pay or more). */
  crimeOneWorkerAmount: {
    cite: 'CRM-2',
    unit: 'fen',
    values: always({ from: yuan(5_000), to: yuan(20_000) }),
  },
  crimeOneWorkerMonths: { cite: 'CRM-2', unit: 'months', values: always(3) },
  /** The band for ten workers or more together. */
  crimeGroupAmount: { cite: 'CRM-2', unit: 'fen', values: always({ from: yuan(30_000), to: yuan(100_000) }) },
  crimeGroupWorkers: { cite: 'CRM-2', unit: 'count', values: always(10) },
  /** Range of the bond rate: from memory, so only a default until the area sets its own. */
  bondRate: {
    cite: 'BON-4',
    unit: 'basisPoints',
    values: always({ from: 100, to: 300 }),
    parameterDefault: true,
  },
  bondRateFloor: { cite: 'BON-5', unit: 'basisPoints', values: always(50) },
  bondExemptBelow: { cite: 'BON-6', unit: 'fen', values: always(yuan(3_000_000)) },
  bondExemptCleanYears: { cite: 'BON-6', unit: 'years', values: always(1) },
  bondCutCleanYears: { cite: 'BON-7', unit: 'years', values: always(2) },
  bondExemptLongCleanYears: { cite: 'BON-8', unit: 'years', values: always(3) },
  bondRaiseArrearsYears: { cite: 'BON-9', unit: 'years', values: always(2) },
  bondCutAfterTwoYears: { cite: 'BON-7', unit: 'basisPoints', values: always(5_000) },
  bondRaiseAfterArrears: { cite: 'BON-9', unit: 'basisPoints', values: always(5_000) },
  bondRaiseWhenListed: { cite: 'BON-10', unit: 'basisPoints', values: always(10_000) },
  gradeCViolations: { cite: 'CRD-C', unit: 'count', values: always(3) },
} as const satisfies Record<string, Threshold<unknown>>;

/** The name of a national figure. */
export type ThresholdId = keyof typeof THRESHOLDS;

/** The kind of value a figure has: a number, an amount, or a range of either. */
export type ThresholdValue<Id extends ThresholdId> = (typeof THRESHOLDS)[Id]['values'][number]['value'];

/**
 * The figure in force on a day, or null when none is known for so early a day: never a silent default.
 * @example thresholdOn('workingDaysPerMonth', plainDate('2024-12-31')) // 2083
 */
export function thresholdOn<Id extends ThresholdId>(id: Id, day: PlainDate): ThresholdValue<Id> | null {
  // `values` of one entry hold exactly that entry's values; TypeScript loses the link through the index
  const values = THRESHOLDS[id].values as readonly DatedValue<ThresholdValue<Id>>[];
  const inForce = values.filter(({ inForceFrom }) => inForceFrom === null || inForceFrom <= day);
  return inForce.at(-1)?.value ?? null;
}

/**
 * What a fine paid late grows by: 3 % of it a day, never past the fine itself; a part of a fen is dropped.
 * @law PRO-11
 */
export function lateFine(fineAmount: Fen, daysLate: number, day: PlainDate): Fen {
  const perDay = thresholdOn('lateFinePerDay', day);
  const cap = thresholdOn('lateFineCap', day);
  if (daysLate <= 0 || perDay === null || cap === null) return ZERO_FEN;
  return shareOf(fineAmount, Math.min(perDay * daysLate, cap), 'down');
}
