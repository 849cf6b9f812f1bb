import { LIABILITY_QUESTIONS } from '../../core/arrears/liability-questions.ts';
import type { LiabilityFacts } from '../../core/arrears/propose-liability.ts';
import { proposeLiability } from '../../core/arrears/propose-liability.ts';
import type { PartyRef } from '../../core/contract/cases.ts';
import type { LiabilityFactId, LiabilityView } from '../../core/contract/liability.ts';
import { LIABILITY_FACTS } from '../../core/contract/liability.ts';
import type { PartyRole } from '../../core/contract/projects.ts';
import { isCitable, printCitation } from '../../core/law/articles.ts';
import type { Ctx } from '../../platform/context.ts';
import type { CaseRecord } from '../cases/index.ts';
import { caseActions, getCaseRecord } from '../cases/index.ts';
import { companyNamesOf } from '../companies/index.ts';
import { findProjectRef } from '../projects/index.ts';
import { findAnswers } from './liability-facts.model.ts';
import type { LiabilityAnswers } from './liability-facts.model.ts';

type Party = PartyRef & { role: PartyRole };
type Known = LiabilityFacts['known'];

/**
 * Who may have to pay in a case: what the records say, what the inspector answered, and what the table makes of both.
 * @law REG-16-1
 */
export async function getLiability(caseId: string, ctx: Ctx): Promise<LiabilityView> {
  return liabilityView(await getCaseRecord(caseId, ctx), await findAnswers(caseId), ctx);
}

export async function liabilityView(
  record: CaseRecord,
  answers: LiabilityAnswers | null,
  ctx: Ctx,
): Promise<LiabilityView> {
  const parties = await partiesOf(record);
  const fromRecords = recorded(record, parties);
  const fromInspector = answered(answers);
  const known = { ...fromRecords, ...fromInspector };
  const ownerUnpaidFen = answers?.ownerUnpaidFen;
  const who = {
    generalContractor: firstOf(parties, 'generalContractor'),
    owner: firstOf(parties, 'projectOwner'),
  };
  const facts: LiabilityFacts = {
    known,
    employer: record.respondent,
    ...(who.generalContractor === undefined ? {} : { generalContractor: who.generalContractor }),
    ...(who.owner === undefined ? {} : { owner: who.owner }),
    ...(ownerUnpaidFen === undefined ? {} : { ownerUnpaidFen }),
  };
  return {
    version: record.version,
    proposals: proposeLiability(facts),
    facts: LIABILITY_FACTS.map((id) => {
      const fact = known[id];
      const from = fromInspector[id] === undefined ? ('records' as const) : ('inspector' as const);
      return {
        id,
        question: LIABILITY_QUESTIONS[id],
        ...(fact === undefined ? {} : { value: fact.value, from }),
      };
    }),
    ...(ownerUnpaidFen === undefined ? {} : { ownerUnpaidFen }),
    parties: [...parties, ...others(record, parties)],
    ...decidedOf(record),
    canDecide: caseActions(record, ctx).includes('edit'),
  };
}

/** The parties of the project by name; a case without a project has none. */
async function partiesOf({ projectId }: CaseRecord): Promise<Party[]> {
  const project = projectId === undefined ? null : await findProjectRef(projectId);
  if (project === null) return [];
  const names = await companyNamesOf(project.parties.map(({ companyId }) => companyId));
  return project.parties.flatMap(({ role, companyId }) => {
    const name = names.get(companyId);
    return name === undefined ? [] : [{ role, companyId, name }];
  });
}

const firstOf = (parties: readonly Party[], role: PartyRole): PartyRef | undefined => {
  const found = parties.find((one) => one.role === role);
  return found === undefined ? undefined : refOf(found);
};
const refOf = ({ companyId, name }: PartyRef): PartyRef => ({
  ...(companyId === undefined ? {} : { companyId }),
  name,
});

/** What the registry of the project says by itself. A case without one may still be about a site: not known. */
function recorded({ projectId, respondent }: CaseRecord, parties: readonly Party[]): Known {
  if (projectId === undefined) return {};
  const own = parties.filter(({ companyId }) => companyId === respondent.companyId);
  const isSub = own.some(({ role }) => role === 'subcontractor' || role === 'labourSubcontractor');
  return {
    isConstruction: { value: true, recordId: projectId },
    ...(own.length === 0 ? {} : { employerIsSubcontractor: { value: isSub, recordId: projectId } }),
  };
}

function answered(answers: LiabilityAnswers | null): Known {
  const known: Known = {};
  for (const [id, value] of Object.entries(answers?.answers ?? {})) known[id as LiabilityFactId] = { value }; // keys as the door checked them
  return known;
}

/** Parties of the case that are not parties of the project. */
function others(
  { respondent, primaryPayer, firstPayer, recourseAgainst }: CaseRecord,
  parties: readonly Party[],
): LiabilityView['parties'] {
  const known = new Set(parties.map(({ companyId, name }) => companyId ?? name));
  const own = [respondent, primaryPayer, firstPayer, recourseAgainst].flatMap((party) => party ?? []);
  const fresh = own.filter(({ companyId, name }) => !known.has(companyId ?? name));
  return [...new Map(fresh.map((party) => [party.companyId ?? party.name, party])).values()].map((party) => ({
    ...refOf(party),
    role: 'caseParty',
  }));
}

function decidedOf({ liabilityRule, history }: CaseRecord): Pick<LiabilityView, 'decided'> {
  if (liabilityRule === undefined || !isCitable(liabilityRule)) return {};
  const reason = history.findLast(
    ({ facts, reason: words }) => words !== undefined && facts?.['liabilityRule'] === liabilityRule,
  )?.reason;
  const citation = { zh: printCitation(liabilityRule, 'zh'), en: printCitation(liabilityRule, 'en') };
  return { decided: { rule: liabilityRule, citation, ...(reason === undefined ? {} : { reason }) } };
}
