import type { BondProposalView } from '../../core/contract/credit.ts';
import type { BondLine } from '../../core/credit/bond-proposal.ts';
import { bondProposal } from '../../core/credit/bond-proposal.ts';
import type { CreditEntry } from '../../core/credit/entry.ts';
import { fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { citationWords } from '../../platform/lives/index.ts';
import type { CompanyRef } from '../companies/index.ts';
import { officeOf } from '../companies/index.ts';
import { findParameters } from '../parameters/index.ts';
import { arrearsOf } from './case-source.ts';
import { hasCreditSource } from './credit-sources.ts';
import { entryView } from './credit-view.ts';
import { knownSinceOf } from './read-grade.ts';

const KEYS = [
  'bondMultiProjectFloor',
  'bondExemptBelow',
  'bondCutClean',
  'bondRaiseArrears',
  'bondRaiseListed',
  'bondRaiseBeyondCap',
] as const;
const number = (value: unknown): number | undefined => (typeof value === 'number' ? value : undefined);

/** What the area has set; what it has not set is left out. */
async function areaNumbers(areaCode: string, day: PlainDate) {
  const set = await findParameters(KEYS, areaCode, day);
  const [floor, below] = [number(set.bondMultiProjectFloor), number(set.bondExemptBelow)];
  const [cut, arrears] = [number(set.bondCutClean), number(set.bondRaiseArrears)];
  const listed = number(set.bondRaiseListed);
  const beyond = set.bondRaiseBeyondCap;
  return {
    ...(floor === undefined ? {} : { multiProjectFloor: floor }),
    ...(below === undefined ? {} : { exemptBelowFen: fen(below) }),
    ...(cut === undefined ? {} : { cutClean: cut }),
    ...(arrears === undefined ? {} : { raiseArrears: arrears }),
    ...(listed === undefined ? {} : { raiseListed: listed }),
    ...(beyond === undefined ? {} : { beyondCap: beyond === 'yes' }),
  };
}

/** What the record of a company speaks for when its bond is set in the area of its office, as of a day. */
export async function bondOfCompany(
  { id, areaCode: own }: CompanyRef,
  entries: readonly CreditEntry[],
  day: PlainDate,
): Promise<BondProposalView> {
  const areaCode = officeOf(own);
  const works = (await knownSinceOf([id], areaCode)).get(id);
  const { effect, words, lines } = bondProposal({
    ...{ day, entries, projects: works?.building ?? 0 },
    ...(works === undefined ? {} : { knownSince: works.since }),
    arrears: await arrearsOf(id, day),
    knowsListings: hasCreditSource('listings'),
    area: await areaNumbers(areaCode, day),
  });
  return { areaCode, effect, words, lines: lines.map(lineView) };
}

function lineView({ cite, facts, ...line }: BondLine): BondProposalView['lines'][number] {
  const citation = citationWords(cite);
  return { ...line, facts: facts.map(entryView), ...(citation === undefined ? {} : { citation }) };
}
