import type { Fen } from '../../core/kit/money.ts';
import { fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { BondRules, BondTier } from '../../core/pay/bond-requirement.ts';
import type { ParametersInForce } from '../parameters/index.ts';
import { findParameters } from '../parameters/index.ts';

type ValuesInForce = ReturnType<ParametersInForce>;

/** What the area has set about accounts and bonds; what it has not set is absent. */
export interface AreaRules {
  bond: BondRules;
  accountFromFen?: number;
  accountFromMonths?: number;
}

/** The area's rules as they stood on the day the contract was signed: later ones do not reach back. */
export async function areaRules(areaCode: string, day: PlainDate): Promise<AreaRules> {
  return rulesOf(
    await findParameters(
      [
        'bondTiers',
        'bondExemptBelow',
        'bondMultiProjectFloor',
        'wageAccountMinContract',
        'wageAccountMinMonths',
      ],
      areaCode,
      day,
    ),
  );
}

/** The same of values that were read before. */
export function rulesOf(set: ValuesInForce): AreaRules {
  const { bondTiers, bondExemptBelow, bondMultiProjectFloor, wageAccountMinContract, wageAccountMinMonths } =
    set;
  return {
    bond: {
      // The parameter's own shape has made sure of the tiers.
      ...(Array.isArray(bondTiers) ? { tiers: bondTiers as BondTier[] } : {}),
      ...(typeof bondExemptBelow === 'number' ? { exemptBelowFen: fen(bondExemptBelow) } : {}),
      ...(typeof bondMultiProjectFloor === 'number' ? { multiProjectFloor: bondMultiProjectFloor } : {}),
    },
    ...(typeof wageAccountMinContract === 'number' ? { accountFromFen: wageAccountMinContract } : {}),
    ...(typeof wageAccountMinMonths === 'number' ? { accountFromMonths: wageAccountMinMonths } : {}),
  };
}

/** What the area says on every rights board. */
export interface AreaBoard {
  minimumWageMonthlyFen?: Fen;
  minimumWageHourlyFen?: Fen;
  inspectionPhone?: string;
  industryPhones: Record<string, string>;
  arbitrationChannel?: string;
  legalAidChannel?: string;
  legalServiceHotline?: string;
}

export async function areaBoard(areaCode: string, day: PlainDate): Promise<AreaBoard> {
  return boardOf(
    await findParameters(
      [
        'minimumWageMonthly',
        'minimumWageHourly',
        'inspectionPhone',
        'industryPhones',
        'arbitrationChannel',
        'legalAidChannel',
        'legalServiceHotline',
      ],
      areaCode,
      day,
    ),
  );
}

/** The same of values that were read before. */
export function boardOf(set: ValuesInForce): AreaBoard {
  const money = (value: unknown): Fen | undefined => (typeof value === 'number' ? fen(value) : undefined);
  const words = (value: unknown): string | undefined => (typeof value === 'string' ? value : undefined);
  const found = {
    minimumWageMonthlyFen: money(set.minimumWageMonthly),
    minimumWageHourlyFen: money(set.minimumWageHourly),
    inspectionPhone: words(set.inspectionPhone),
    arbitrationChannel: words(set.arbitrationChannel),
    legalAidChannel: words(set.legalAidChannel),
    legalServiceHotline: words(set.legalServiceHotline),
  };
  const known = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined));
  // The parameter's own shape: department code → phone.
  const industryPhones = (set.industryPhones ?? {}) as Record<string, string>;
  return { ...(known as Omit<AreaBoard, 'industryPhones'>), industryPhones }; // the keys just listed, without the absent
}
