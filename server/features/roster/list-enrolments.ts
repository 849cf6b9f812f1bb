import type { Page, PageQuery } from '../../core/contract/page.ts';
import type { EnrolmentState, EnrolmentView } from '../../core/contract/roster.ts';
import { isMobile } from '../../core/kit/identity-numbers.ts';
import type { Ctx } from '../../platform/context.ts';
import { keysetPage } from '../../platform/keyset-page.ts';
import { searchFilter } from '../../platform/search/index.ts';
import type { EnrolmentRecord } from './enrolment.model.ts';
import { Enrolments, enrolmentSecrets } from './enrolment.model.ts';
import { enrolmentViews } from './enrolment-view.ts';
import { employerLimit, namedPositionOn, peopleWithin } from './roster-reach.ts';

export interface ListEnrolments extends PageQuery {
  projectId?: string;
  employerId?: string;
  teamId?: string;
  state?: EnrolmentState;
  /** Part of a name or its initials; a whole phone or citizen id. */
  q?: string;
  workType?: string;
  /** People for whom an item of the entry gate is missing. */
  gate?: 'closed';
  /** People on site of another project too. */
  elsewhere?: true;
  /** People who left and were not settled. */
  unsettled?: true;
}

export const ENROLMENT_SORTS = { name: 'name', enteredOn: 'enteredOn', createdAt: 'createdAt' } as const;

/** The people this reader may see by name, filtered and sorted, a page at a time; `total` counts all that match. */
export async function listEnrolments(query: ListEnrolments, ctx: Ctx): Promise<Page<EnrolmentView>> {
  const limits = { $and: [await within(query, ctx), ...filters(query)] };
  const page = await keysetPage<EnrolmentRecord>(Enrolments, {
    sorts: ENROLMENT_SORTS,
    fallback: 'name',
    limits,
    query,
  });
  return { ...page, items: await enrolmentViews(page.items, ctx) };
}

async function within({ projectId }: ListEnrolments, ctx: Ctx): Promise<Record<string, unknown>> {
  if (projectId === undefined) return peopleWithin(ctx);
  const position = await namedPositionOn(projectId, ctx);
  return { projectId: position.project.id, ...employerLimit(position) };
}

function filters(query: ListEnrolments): Record<string, unknown>[] {
  const { employerId, teamId, state, q, workType, gate, elsewhere, unsettled } = query;
  return [
    ...(employerId === undefined ? [] : [{ employerId }]),
    ...(teamId === undefined ? [] : [{ teamId }]),
    ...(state === undefined ? [] : [{ state }]),
    ...(workType === undefined ? [] : [{ workType }]),
    ...(gate === undefined ? [] : [{ 'missing.0': { $exists: true } }]),
    ...(elsewhere === undefined ? [] : [{ elsewhere: true }]),
    ...(unsettled === undefined
      ? []
      : [{ 'settlement.dueOn': { $exists: true }, 'settlement.settledOn': { $exists: false } }]),
    ...(q === undefined ? [] : [whoIs(q)]),
  ];
}

/** Numbers are sealed: only a whole one can be looked up. */
function whoIs(q: string): Record<string, unknown> {
  const number = q.normalize('NFKC').replace(/[\s-]/gu, '');
  if (isMobile(number)) return enrolmentSecrets.where('phone', number);
  if (/^\d{17}[\dXx]$/u.test(number)) return enrolmentSecrets.where('citizenId', number);
  return searchFilter(q);
}
