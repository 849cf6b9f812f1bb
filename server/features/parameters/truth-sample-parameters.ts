import type { ParameterDefinition } from './definitions.ts';
import { whole } from './definitions.ts';

/** A day that every month has. */
const LAST_DAY = 28;
/** So many are asked in one transaction. */
const MOST_ASKED = 2000;

/** How the workers of an area are drawn who are asked each month whether their wage arrived. */
export const TRUTH_SAMPLE_PARAMETERS = {
  truthSampleDay: {
    group: 'alert',
    nameZh: '发薪抽样调查：每月几日抽取',
    nameEn: 'Truth sample: day of the month on which it is drawn',
    kind: 'count',
    rule: 'ACC-23',
    shape: whole(1, LAST_DAY),
  },
  truthSampleShare: {
    group: 'alert',
    nameZh: '发薪抽样调查：抽取比例',
    nameEn: 'Truth sample: share of the workers who are asked',
    kind: 'basisPoints',
    rule: 'ACC-23',
  },
  truthSampleLeast: {
    group: 'alert',
    nameZh: '发薪抽样调查：最少抽取人数',
    nameEn: 'Truth sample: least number of people asked',
    kind: 'count',
    rule: 'ACC-23',
    shape: whole(1, MOST_ASKED),
  },
  truthSampleMost: {
    group: 'alert',
    nameZh: '发薪抽样调查：最多抽取人数',
    nameEn: 'Truth sample: most people asked',
    kind: 'count',
    rule: 'ACC-23',
    shape: whole(1, MOST_ASKED),
  },
  truthSampleOpenDays: {
    group: 'alert',
    nameZh: '发薪抽样调查：可以回答的天数',
    nameEn: 'Truth sample: days within which people may answer',
    kind: 'calendarDays',
    rule: 'ACC-23',
    shape: whole(1, 60),
  },
} as const satisfies Record<string, ParameterDefinition>;
