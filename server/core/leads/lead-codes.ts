import type { ComplaintState } from '../contract/complaints.ts';
import type { LeadCode, LeadPlatform } from '../contract/leads.ts';

/** What a region has set for a platform: some states, or all of them. */
export type LeadCodes = Readonly<Partial<Record<ComplaintState, LeadCode>>>;

/**
 * Our own suggestion, because no instrument we could read names the codes: the steps that 12345 leads go through
 * (国办发〔2020〕53号). A region that was given others sets them, and no list of the national platform's ten conclusions
 * is made up here.
 */
const SUGGESTED: Readonly<Record<ComplaintState, LeadCode>> = {
  received: { code: '10', words: '已接收，待受理' },
  supplementing: { code: '11', words: '待补正材料' },
  transferring: { code: '12', words: '移送其他单位，待接收' },
  accepted: { code: '20', words: '已受理' },
  inCase: { code: '30', words: '调查处理中' },
  answered: { code: '40', words: '已办结并答复' },
  refused: { code: '50', words: '不予受理' },
  transferred: { code: '51', words: '已移送其他单位办理' },
  merged: { code: '52', words: '与其他诉求合并办理' },
  withdrawn: { code: '53', words: '诉求人已撤回' },
};

/** Nothing more is to come of it here, so nobody waits for an answer. */
export const isLeadOver = (state: ComplaintState): boolean =>
  ['answered', 'refused', 'transferred', 'merged', 'withdrawn'].includes(state);

/** The parameter in which a region keeps the codes of a platform, and the one of its days for an answer. */
export const LEAD_PARAMETERS_OF = {
  HOTLINE_12345: { codes: 'leadCodes12345', days: 'sla12345' },
  HOTLINE_12333: { codes: 'leadCodes12333', days: 'sla12333' },
  NATIONAL_PLATFORM: { codes: 'leadCodesNationalPlatform', days: 'slaNationalPlatform' },
} as const satisfies Record<LeadPlatform, { codes: string; days: string }>;

/**
 * What a platform is told of a state: what its region has set, else our own suggestion, so that no change is ever left
 * unsaid because somebody forgot a line.
 * @example leadCodeOf('accepted', { accepted: { code: 'B2', words: '办理中' } }) // B2 办理中
 */
export function leadCodeOf(state: ComplaintState, set: LeadCodes = {}): LeadCode {
  const { code, words } = set[state] ?? SUGGESTED[state];
  return { code, words };
}
