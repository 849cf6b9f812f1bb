import { STORY, employerOf } from './load.ts';

/** A complaint as a worker's phone sends it, about 1.5 KB. */
export const submission = (count: number): object => ({
  ...{
    intakeKind: 'COMPLAINT',
    areaCode: '532601001',
    employerName: employerOf(count),
    site: '开化街道工地',
  },
  ...{ headcount: 12, payMonths: ['2026-03', '2026-04'], owedFen: 1_250_000, fileIds: [], name: '张大山' },
  story: STORY.slice(0, 500),
});
