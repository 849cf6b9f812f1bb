import type { ParameterDefinition } from './definitions.ts';
import { whole } from './definitions.ts';

const ageInMonths = () => whole(1, 1200);

/** What the entry gate of a site needs to know; ages in months, because they are being raised by months. */
export const ROSTER_PARAMETERS = {
  retirementAgeMale: {
    group: 'wage',
    nameZh: '男职工法定退休年龄（月数）',
    nameEn: 'Statutory retirement age of men, in months',
    kind: 'months',
    rule: 'WAG-8',
    shape: ageInMonths(),
  },
  retirementAgeFemale: {
    group: 'wage',
    nameZh: '女职工法定退休年龄（月数）',
    nameEn: 'Statutory retirement age of women, in months',
    kind: 'months',
    rule: 'WAG-8',
    shape: ageInMonths(),
  },
} as const satisfies Record<string, ParameterDefinition>;
