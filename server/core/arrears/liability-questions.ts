import type { Words } from '../alerts/rule.ts';
import type { LiabilityFactId } from '../contract/liability.ts';

/** What each fact asks, in words an inspector can answer from the file. */
export const LIABILITY_QUESTIONS = {
  isConstruction: { zh: '是工程建设项目的欠薪', en: 'The arrears arose on a construction project' },
  employerIsSubcontractor: {
    zh: '用人单位是分包单位',
    en: 'The employer is a subcontractor',
  },
  usesUnlawfulDispatch: {
    zh: '用工单位使用个人、不具备资格的单位或者未取得许可的单位派遣的人',
    en: 'Workers were dispatched by a person, an unqualified unit or an unlicensed dispatcher',
  },
  lendsItsName: {
    zh: '用人单位允许不具备用工资格的单位或者个人以自己的名义经营（挂靠）',
    en: 'The employer let an unqualified unit or person trade in its name',
  },
  isPartnershipOrSole: {
    zh: '用人单位是合伙企业、个人独资企业、个体经济组织等',
    en: 'The employer is a partnership, sole proprietorship or individual business',
  },
  hasNotPaid: { zh: '用人单位没有支付', en: 'The employer itself has not paid' },
  mergedOrDivided: { zh: '用人单位合并或者分立', en: 'The employer merged or was divided' },
  closedOrDissolved: {
    zh: '用人单位被吊销、责令关闭、撤销或者解散',
    en: 'The employer was closed, dissolved or lost its licence',
  },
  ownerPaidShort: {
    zh: '建设单位未按合同约定及时拨付工程款，导致欠薪',
    en: 'The owner did not pay for the works as contracted, and wages fell behind',
  },
  worksPassedOn: { zh: '工程被转包', en: 'The works were passed on as a whole' },
  awardedToUnqualified: {
    zh: '发包或者分包给个人或者不具备合法经营资格的单位',
    en: 'Works were awarded to a person or an unqualified unit',
  },
  awardedByOwner: {
    zh: '这样发包的是建设单位（否则是施工总承包单位）',
    en: 'It was the owner who awarded them so (otherwise the general contractor)',
  },
  lendsQualification: {
    zh: '施工单位允许其他单位和个人以自己的名义对外承揽工程',
    en: 'A construction firm let others take on works in its name',
  },
  breaksPlanningLaw: {
    zh: '工程建设项目违反国土空间规划、工程建设等法律法规',
    en: 'The project breaks planning or construction law',
  },
} as const satisfies Record<LiabilityFactId, Words>;
