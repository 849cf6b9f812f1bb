import type { Words } from '../alerts/rule.ts';
import type { LiabilityFactId } from '../contract/liability.ts';
import type { LIABILITY_RULES } from '../law/liability.ts';

export type LiabilityRuleId = (typeof LIABILITY_RULES)[number];

/** Who stands where; whoever is not on record is left for the inspector to name. */
export type LiabilityRole = 'employer' | 'generalContractor' | 'owner' | 'whoAwarded';

/** One row of the table 'who pays': what it needs, who pays, who pays first, against whom he may recover, up to what. */
export interface LiabilityRow {
  rule: LiabilityRuleId;
  needs: readonly LiabilityFactId[];
  payer?: LiabilityRole;
  firstPayer?: LiabilityRole;
  recourseAgainst?: LiabilityRole;
  /** The owner's advance goes no further than what he owes for the works. */
  isCapped?: true;
  why: Words;
}

/**
 * The decision table of who settles arrears (清偿责任), one row a rule, in the order of the regulation.
 * @law REG-16-1
 */
export const LIABILITY_TABLE: readonly LiabilityRow[] = [
  {
    rule: 'REG-16-1',
    needs: [],
    payer: 'employer',
    why: { zh: '用人单位拖欠工资，由用人单位清偿', en: 'The employer settles what it owes' },
  },
  {
    rule: 'REG-18-1',
    needs: ['usesUnlawfulDispatch'],
    payer: 'employer',
    why: {
      zh: '由用工单位清偿，可以依法向派遣的单位或者个人追偿',
      en: 'The unit that used the workers settles and may recover from who dispatched them',
    },
  },
  {
    rule: 'REG-19-1',
    needs: ['lendsItsName'],
    payer: 'employer',
    why: {
      zh: '由出借名义的用人单位清偿，可以依法向实际经营者追偿',
      en: 'The employer that lent its name settles and may recover from who traded in it',
    },
  },
  {
    rule: 'REG-20-1',
    needs: ['isPartnershipOrSole', 'hasNotPaid'],
    why: { zh: '由出资人依法清偿', en: 'Its investors settle' },
  },
  {
    rule: 'REG-21-1',
    needs: ['mergedOrDivided'],
    payer: 'employer',
    why: {
      zh: '应当在合并或者分立前清偿；经书面同意，由承继的单位清偿',
      en: 'Settled before it takes effect; by the successor only with the worker’s written consent',
    },
  },
  {
    rule: 'REG-22-1',
    needs: ['closedOrDissolved'],
    payer: 'employer',
    why: {
      zh: '应当在申请注销登记前清偿；未清偿的，由主要出资人在注册新用人单位前清偿',
      en: 'Settled before deregistration, otherwise by the main investor before registering a new employer',
    },
  },
  {
    rule: 'REG-29-2',
    needs: ['isConstruction', 'ownerPaidShort'],
    payer: 'employer',
    firstPayer: 'owner',
    isCapped: true,
    why: {
      zh: '建设单位以未结清的工程款为限先行垫付',
      en: 'The owner advances the wages up to what it still owes for the works',
    },
  },
  {
    rule: 'REG-30-1',
    needs: ['isConstruction', 'employerIsSubcontractor'],
    payer: 'employer',
    why: { zh: '分包单位对所招用的人直接负责', en: 'A subcontractor answers for those it hired' },
  },
  {
    rule: 'REG-30-2',
    needs: ['isConstruction', 'employerIsSubcontractor', 'hasNotPaid'],
    payer: 'employer',
    firstPayer: 'generalContractor',
    recourseAgainst: 'employer',
    why: {
      zh: '分包单位拖欠的，由施工总承包单位先行清偿，再依法追偿',
      en: 'Where a subcontractor is in arrears the general contractor pays first and recovers',
    },
  },
  {
    rule: 'REG-30-3',
    needs: ['isConstruction', 'worksPassedOn'],
    payer: 'employer',
    firstPayer: 'generalContractor',
    recourseAgainst: 'employer',
    why: {
      zh: '工程转包拖欠的，由施工总承包单位先行清偿，再依法追偿',
      en: 'Where works were passed on the general contractor pays first and recovers',
    },
  },
  {
    rule: 'REG-36-1',
    needs: ['isConstruction', 'awardedToUnqualified'],
    payer: 'whoAwarded',
    why: {
      zh: '由这样发包或者分包的建设单位或者施工总承包单位清偿',
      en: 'The owner or general contractor who awarded the works so settles',
    },
  },
  {
    rule: 'REG-36-2',
    needs: ['isConstruction', 'lendsQualification'],
    why: { zh: '由出借名义的施工单位清偿', en: 'The construction firm that lent its name settles' },
  },
  {
    rule: 'REG-37-1',
    needs: ['isConstruction', 'breaksPlanningLaw'],
    payer: 'owner',
    why: { zh: '由建设单位清偿', en: 'The owner settles' },
  },
];
