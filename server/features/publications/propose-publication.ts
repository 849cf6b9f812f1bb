import type { ProposePublication, PublicationView } from '../../core/contract/publications.ts';
import type { Ctx } from '../../platform/context.ts';
import { openLife } from '../../platform/lives/index.ts';
import type { CaseRecord } from '../cases/index.ts';
import { demandNotRecused, getCaseRecord } from '../cases/index.ts';
import { decisionBehind } from './decision-behind.ts';
import { publicationKind } from './publication-kind.ts';
import { publicationSearch } from './publication.model.ts';
import type { PublicationRecord } from './publication.model.ts';
import { publicationView } from './publication-view.ts';
import { tellHeads } from './tell-publication.ts';

type Fresh = Omit<PublicationRecord, 'grams' | 'searchText'>;

/** What is known of a publication before anything is written: the case, its decision and who answers. */
export function freshPublication(
  theCase: CaseRecord,
  today: Ctx['today'],
): Pick<
  Fresh,
  | 'areaCode'
  | 'caseId'
  | 'caseNumber'
  | 'proceedingId'
  | 'decisionNumber'
  | 'companyId'
  | 'companyName'
  | 'isPublic'
> {
  const { _id, officeCode, caseNumber, respondent, proceedings = [] } = theCase;
  const decision = decisionBehind(proceedings, today);
  return {
    ...{ areaCode: officeCode, caseId: String(_id), caseNumber, isPublic: false },
    proceedingId: decision?.proceedingId ?? '',
    decisionNumber: decision?.number ?? '',
    companyName: respondent.name,
    ...(respondent.companyId === undefined ? {} : { companyId: respondent.companyId }),
  };
}

/**
 * Proposes to publish a serious violation: the decision was served, the six items are complete and the text names no
 * worker.
 * @law PUB-1
 * @law PUB-2
 * @law PUB-3
 */
export async function proposePublication(
  { caseId, given }: ProposePublication,
  ctx: Ctx,
): Promise<PublicationView> {
  const theCase = await getCaseRecord(caseId, ctx);
  demandNotRecused(theCase, ctx);
  const fresh = freshPublication(theCase, ctx.today);
  const record = await openLife(publicationKind('open'), fresh, given, ctx, (opened) => {
    const name = String(opened.facts['companyName'] ?? fresh.companyName);
    const code = opened.facts['creditCode'];
    return {
      set: {
        companyName: name,
        ...publicationSearch([name], [typeof code === 'string' ? code : undefined, fresh.caseNumber]),
      },
      facts: { caseId, decisionNumber: fresh.decisionNumber },
      andAlso: (made) => tellHeads(made, ctx),
    };
  });
  return publicationView(record, ctx);
}
