import type { BondEffect } from '@core/credit/bond-proposal.ts';
import type { CreditGrade, CriterionState } from '@core/credit/grade.ts';
import { RATING_STATES, type CreditEntryView, type RatingState } from '@core/contract/credit.ts';
import type { StateLook } from '@/ui/state-look.ts';

export const GRADE_LOOKS: Record<CreditGrade, StateLook> = {
  A: { labelKey: 'credit.grade.A', colour: 'good', icon: 'check' },
  B: { labelKey: 'credit.grade.B', colour: 'warning', icon: 'eye' },
  C: { labelKey: 'credit.grade.C', colour: 'danger', icon: 'alert' },
};
export const NO_GRADE: StateLook = { labelKey: 'credit.grade.none', colour: 'noData', icon: 'noData' };

export const LISTED_LOOK: StateLook = { labelKey: 'credit.listed', colour: 'danger', icon: 'stop' };

/** A condition of grade A that is met is good, one of C is grave: the colour says which, the word says whether. */
export const CRITERION_LOOKS: Record<CriterionState, StateLook> = {
  met: { labelKey: 'credit.criterion.met', colour: 'ink', icon: 'check' },
  notMet: { labelKey: 'credit.criterion.notMet', colour: 'ink', icon: 'close' },
  noData: { labelKey: 'credit.criterion.noData', colour: 'noData', icon: 'noData' },
};
export function criterionLook(grade: CreditGrade, state: CriterionState): StateLook {
  const look = CRITERION_LOOKS[state];
  if (state === 'noData') return look;
  const isGood = (grade === 'A') === (state === 'met');
  return { ...look, colour: isGood ? 'good' : grade === 'C' ? 'danger' : 'warning' };
}

/** What waits for the office is blue, what waits for others amber, what is over is calm. */
export const RATING_LOOKS: Record<RatingState, StateLook> = {
  proposed: { labelKey: 'credit.state.proposed', colour: 'primary', icon: 'hourglass' },
  approved: { labelKey: 'credit.state.approved', colour: 'primary', icon: 'send' },
  told: { labelKey: 'credit.state.told', colour: 'notice', icon: 'message' },
  objected: { labelKey: 'credit.state.objected', colour: 'warning', icon: 'help' },
  rechecked: { labelKey: 'credit.state.rechecked', colour: 'primary', icon: 'hourglass' },
  final: { labelKey: 'credit.state.final', colour: 'good', icon: 'check' },
};

/** The state of a life is text; a state that is not known here has no look of its own. */
export const ratingLook = (state: string): StateLook => {
  const known = RATING_STATES.find((one) => one === state);
  return known === undefined ? NO_GRADE : RATING_LOOKS[known];
};

export const BOND_LOOKS: Record<BondEffect, StateLook> = {
  raise: { labelKey: 'credit.bond.raise', colour: 'danger', icon: 'up' },
  exempt: { labelKey: 'credit.bond.exempt', colour: 'good', icon: 'check' },
  lower: { labelKey: 'credit.bond.lower', colour: 'good', icon: 'down' },
  none: { labelKey: 'credit.bond.none', colour: 'ink', icon: 'pause' },
  unclear: { labelKey: 'credit.bond.unclear', colour: 'noData', icon: 'noData' },
};

/** Where the record behind an entry can be read, and what the page asks for. */
export function placeOf(
  { record }: CreditEntryView,
  isCompany: boolean,
): { to: string; permission: string } | undefined {
  switch (record.kind) {
    case 'case':
      return isCompany
        ? { to: `/company/matters/${record.id}`, permission: 'matters.list' }
        : { to: `/cases/${record.id}`, permission: 'cases.list' };
    case 'alert':
      return { to: `/alerts/${record.id}`, permission: 'alerts.list' };
    case 'inspection':
      return { to: `/inspections/${record.id}`, permission: 'inspections.read' };
    case 'publication':
      return { to: `/publications/${record.id}`, permission: 'publications.list' };
    case 'incident':
      return { to: `/incidents/${record.id}`, permission: 'incidents.list' };
    case 'finding':
      return { to: `/findings/${record.id}`, permission: 'findings.list' };
    case 'certificate':
      return { to: `/certificates/${record.id}`, permission: 'certificates.list' };
    case 'listing':
      return { to: `/listings/${record.id}`, permission: 'listings.list' };
    default:
      return undefined;
  }
}
