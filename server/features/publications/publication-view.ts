import type { PublicationRow, PublicationState, PublicationView } from '../../core/contract/publications.ts';
import { NEVER_DUE } from '../../core/law/due-range.ts';
import { PUBLICATION } from '../../core/publications/publication-table.ts';
import type { Ctx } from '../../platform/context.ts';
import { viewOfLife } from '../../platform/lives/index.ts';
import { filesOfSteps } from '../files/index.ts';
import { handlesIn } from './publication-files.ts';
import { publicationKind } from './publication-kind.ts';
import type { PublicationRecord } from './publication.model.ts';

/** One line of the list. */
export function publicationRow(record: PublicationRecord): PublicationRow {
  const { _id, version, state, areaCode, companyName, caseId, caseNumber, decisionNumber } = record;
  const { openedOn, publicOn, publicUntil, nextDueOn } = record;
  return {
    ...{ id: String(_id), version, areaCode, companyName, caseId, caseNumber, decisionNumber, openedOn },
    state: state as PublicationState, // the table knows no other state
    stateName: PUBLICATION.states[state] ?? PUBLICATION.name,
    ...(publicOn === undefined ? {} : { publishedOn: publicOn }),
    ...(publicUntil === undefined || publicUntil === NEVER_DUE ? {} : { shownUntil: publicUntil }),
    ...(nextDueOn === NEVER_DUE ? {} : { nextDueOn }),
  };
}

/** The publication as this reader may see it, with what he can do. */
export async function publicationView(record: PublicationRecord, ctx: Ctx): Promise<PublicationView> {
  const { state: _, ...row } = publicationRow(record);
  return {
    ...row,
    ...(await viewOfLife(publicationKind(), record, ctx)),
    files: handlesIn(record.areaCode, ctx) ? await filesOfSteps(record.history) : [],
  };
}
