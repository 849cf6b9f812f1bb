import type { HintClaim, HintFacts } from '../../core/claims/claim-hints.ts';
import { claimHints } from '../../core/claims/claim-hints.ts';
import type { ClaimHintsView } from '../../core/contract/claims.ts';
import { printCitation } from '../../core/law/articles.ts';
import type { Ctx } from '../../platform/context.ts';
import type { ComparedCase, ComparedClaim } from '../cases/index.ts';
import { claimsToCompare } from '../cases/index.ts';
import { findCaseComplaints } from '../complaints/index.ts';
import type { MarkedEnrolment } from '../roster/index.ts';
import { attendedMonths, enrolmentsByMarks, siteRecords, teamsOf } from '../roster/index.ts';

/** What speaks for looking twice at the claims of a case, asked of the site's own records. */
export async function getClaimHints(caseId: string, ctx: Ctx): Promise<ClaimHintsView> {
  const compared = await claimsToCompare(caseId, ctx);
  const complaints = await findCaseComplaints(compared.complaintIds);
  const stories = complaints.map(({ id, story }) => ({ complaintId: id, text: story }));
  const { hints, gaps } = claimHints({ ...(await siteFacts(compared)), stories });
  const nameOf = new Map(compared.claims.map(({ claimId, name }) => [claimId, name]));
  const numberOf = new Map(complaints.map(({ id, receiptNumber }) => [id, receiptNumber]));
  return {
    hints: hints.map(({ code, claimIds, complaintIds, seen, cite }) => ({
      code,
      people: claimIds.map((claimId) => ({ claimId, name: nameOf.get(claimId) ?? '' })),
      complaints: complaintIds.map((id) => ({ id, receiptNumber: numberOf.get(id) ?? '' })),
      seen,
      ...(cite === undefined
        ? {}
        : { citation: { zh: printCitation(cite, 'zh'), en: printCitation(cite, 'en') } }),
    })),
    gaps,
  };
}

async function siteFacts({
  projectId,
  claims,
  otherRespondents,
}: ComparedCase): Promise<Pick<HintFacts, 'claims' | 'site'>> {
  const plain = (claim: ComparedClaim) => ({
    claimId: claim.claimId,
    name: claim.name,
    months: claim.months,
    ...(claim.phoneIndex === undefined ? {} : { phoneMark: claim.phoneIndex }),
    ...(claim.bankCard === undefined ? {} : { cardMark: claim.bankCard }),
    otherRespondents: otherRespondents.get(claim.phoneIndex ?? '') ?? 0,
  });
  if (projectId === undefined)
    return { claims: claims.map((claim) => ({ ...plain(claim), isOnRoster: null, attendedMonths: [] })) };
  const known = await enrolmentsByMarks(projectId, {
    citizenIdIndexes: claims.flatMap(({ citizenIdIndex }) => citizenIdIndex ?? []),
    phoneIndexes: claims.flatMap(({ phoneIndex }) => phoneIndex ?? []),
  });
  const attended = await attendedMonths(known.map(({ enrolmentId }) => enrolmentId));
  const leaders = (await teamsOf(projectId)).flatMap(({ leaderName }) => leaderName ?? []);
  return {
    claims: claims.map((claim): HintClaim => {
      const same = known.filter((person) => isSame(claim, person));
      const worked = same.flatMap(({ enrolmentId }) => attended.get(enrolmentId) ?? []);
      const attendedMonths = worked.filter((one) => one.daysHundredths > 0).map(({ month }) => month);
      return { ...plain(claim), isOnRoster: isKnown(claim) ? same.length > 0 : null, attendedMonths };
    }),
    site: { ...(await siteRecords(projectId)), teamLeaders: leaders },
  };
}

const isKnown = ({ citizenIdIndex, phoneIndex }: ComparedClaim): boolean =>
  citizenIdIndex !== undefined || phoneIndex !== undefined;

/** A phone may be passed around a dormitory: only with the name it tells who. */
const isSame = (claim: ComparedClaim, person: MarkedEnrolment): boolean =>
  (claim.citizenIdIndex !== undefined && claim.citizenIdIndex === person.citizenIdIndex) ||
  (claim.phoneIndex !== undefined && claim.phoneIndex === person.phoneIndex && claim.name === person.name);
