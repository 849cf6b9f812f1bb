import type { Range } from '../../core/law/thresholds.ts';
import { THRESHOLDS } from '../../core/law/thresholds.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { ParameterDefinition } from './definitions.ts';
import { whole } from './definitions.ts';

/** The judicial interpretation leaves the figure to each province, but only between two amounts. @law CRM-2 */
const within = (values: readonly { readonly value: Range<Fen> }[]) =>
  whole(Math.min(...values.map(({ value }) => value.from)), Math.max(...values.map(({ value }) => value.to)));

/** From which sums refusing to pay is prosecuted in an area. */
export const CRIME_PARAMETERS = {
  crimeAmountOneWorker: {
    group: 'crime',
    nameZh: '拒不支付劳动报酬“数额较大”（单人）',
    nameEn: 'Refusal to pay: amount for one worker',
    kind: 'fen',
    rule: 'CRM-2',
    shape: within(THRESHOLDS.crimeOneWorkerAmount.values),
  },
  crimeAmountGroup: {
    group: 'crime',
    nameZh: '拒不支付劳动报酬“数额较大”（十人以上合计）',
    nameEn: 'Refusal to pay: total for ten workers or more',
    kind: 'fen',
    rule: 'CRM-2',
    shape: within(THRESHOLDS.crimeGroupAmount.values),
  },
} as const satisfies Record<string, ParameterDefinition>;
