import type {
  ContractKind,
  EnrolmentView,
  PayKind,
  WorkRole,
  WriteEnrolment,
} from '@core/contract/roster.ts';
import { formatYuan, parseYuanText, type Fen } from '@core/kit/money.ts';
import type { PlainDate } from '@core/kit/plain-date.ts';
import { fieldError } from '@/api/field-error.ts';
import { unreadableValue } from '@/locales/transport.ts';

/** A person on the roster as typed: amounts in yuan, numbers only where they change. */
export interface EnrolmentValues {
  teamId: string;
  name: string;
  citizenId: string;
  phone: string;
  bankCard: string;
  bankName: string;
  workType: string;
  workRole: WorkRole;
  isTeamLeader: boolean;
  payKind: PayKind;
  /** What the time rate is agreed for. */
  per: 'day' | 'month';
  rate: string;
  pieceUnit: string;
  contractKind: ContractKind | '';
  signedOn: string;
  from: string;
  until: string;
  safetyTrainedOn: string;
}
const yuan = (amount: Fen | undefined): string =>
  amount === undefined ? '' : formatYuan(amount, { grouping: false });

export function valuesOf(found: EnrolmentView | undefined, teamId: string): EnrolmentValues {
  return {
    teamId: found?.teamId ?? teamId,
    name: found?.workerName ?? '',
    citizenId: '',
    phone: '',
    bankCard: '',
    bankName: found?.bankName ?? '',
    workType: found?.workType ?? '',
    workRole: found?.workRole ?? 'BUILDER',
    isTeamLeader: found?.isTeamLeader ?? false,
    payKind: found?.payKind ?? 'TIME_RATE',
    per: found?.monthRateFen === undefined ? 'day' : 'month',
    rate: yuan(found?.piecePriceFen ?? found?.monthRateFen ?? found?.dayRateFen),
    pieceUnit: found?.pieceUnit ?? '',
    contractKind: found?.contract?.kind ?? '',
    signedOn: found?.contract?.signedOn ?? '',
    from: found?.contract?.from ?? '',
    until: found?.contract?.until ?? '',
    safetyTrainedOn: found?.safetyTrainedOn ?? '',
  };
}

/** Which rate of the agreement the typed one is. */
export const ratePath = ({
  payKind,
  per,
}: EnrolmentValues): 'piecePriceFen' | 'dayRateFen' | 'monthRateFen' =>
  payKind === 'PIECE_RATE' ? 'piecePriceFen' : per === 'day' ? 'dayRateFen' : 'monthRateFen';

function rateOf(values: EnrolmentValues): Partial<WriteEnrolment> {
  if (values.rate.trim() === '') return {};
  const rate = parseYuanText(values.rate);
  if (rate === null) throw fieldError(ratePath(values), unreadableValue.fen);
  if (values.payKind === 'PIECE_RATE') {
    const unit = values.pieceUnit.trim();
    return { piecePriceFen: rate, ...(unit !== '' && { pieceUnit: unit }) };
  }
  return values.per === 'day' ? { dayRateFen: rate } : { monthRateFen: rate };
}

function contractOf(values: EnrolmentValues, fileId: string | undefined): Partial<WriteEnrolment> {
  if (values.contractKind === '') return {};
  return {
    contract: {
      kind: values.contractKind,
      signedOn: values.signedOn as PlainDate, // date fields give days; the server reads them again
      from: values.from as PlainDate,
      ...(values.until !== '' && { until: values.until as PlainDate }),
      ...(fileId !== undefined && { fileId }),
    },
  };
}

export function bodyOf(
  values: EnrolmentValues,
  projectId: string,
  found: EnrolmentView | undefined,
): WriteEnrolment {
  const numbers = (['citizenId', 'phone', 'bankCard'] as const).map((name) => [
    name,
    values[name].replace(/\s/g, ''),
  ]);
  const bankName = values.bankName.trim();
  return {
    projectId,
    teamId: values.teamId,
    name: values.name.trim(),
    ...Object.fromEntries(numbers.filter(([, text]) => text !== '')),
    ...(bankName !== '' && { bankName }),
    workType: values.workType,
    workRole: values.workRole,
    isTeamLeader: values.isTeamLeader,
    payKind: values.payKind,
    ...rateOf(values),
    ...contractOf(values, found?.contract?.fileId),
    ...(values.safetyTrainedOn !== '' && { safetyTrainedOn: values.safetyTrainedOn as PlainDate }),
  };
}
