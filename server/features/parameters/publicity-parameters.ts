import type { ParameterDefinition } from './definitions.ts';
import { whole } from './definitions.ts';

/** Below three a hidden number would have one value only: two hidden ones of a row could be read off their sum. */
const LEAST_THAT_PROTECTS = 3;
const MOST = 100;

/** What an office decides about the numbers it publishes. */
export const PUBLICITY_PARAMETERS = {
  openStatisticsLeast: {
    group: 'publicity',
    nameZh: '公开数据：少于多少人（件）不公布',
    nameEn: 'Open statistics: fewer people or records are not published',
    kind: 'count',
    rule: 'PII-3',
    shape: whole(LEAST_THAT_PROTECTS, MOST),
  },
} as const satisfies Record<string, ParameterDefinition>;
