import type { Words } from '../alerts/rule.ts';
import { yuanWords } from '../alerts/words.ts';
import type { PartyRef } from '../contract/cases.ts';
import type { LiabilityFactId, LiabilityProposal } from '../contract/liability.ts';
import type { Fen } from '../kit/money.ts';
import { printCitation } from '../law/articles.ts';
import { LIABILITY_QUESTIONS } from './liability-questions.ts';
import type { LiabilityRole, LiabilityRow } from './liability-table.ts';
import { LIABILITY_TABLE } from './liability-table.ts';

/** What is known: answers and the records behind them, and who stands where. What is absent is not known. */
export interface LiabilityFacts {
  known: Partial<Record<LiabilityFactId, { value: boolean; recordId?: string }>>;
  employer: PartyRef;
  generalContractor?: PartyRef;
  owner?: PartyRef;
  /** What the owner has not paid of the works. */
  ownerUnpaidFen?: Fen;
}

/**
 * Who may have to pay, as the facts suggest: rules whose facts are all known come first, of these the one that needs
 * most, and of those that need as much the later article; then those that lack a fact, never those a fact speaks
 * against. A person decides.
 * @law REG-16-1
 */
export function proposeLiability(facts: LiabilityFacts): LiabilityProposal[] {
  const open = LIABILITY_TABLE.filter(({ needs }) => needs.every((id) => facts.known[id]?.value !== false));
  const lacking = (row: LiabilityRow): number =>
    row.needs.filter((id) => facts.known[id] === undefined).length;
  const weight = (row: LiabilityRow): number => row.needs.length * 100 + LIABILITY_TABLE.indexOf(row);
  return [...open]
    .sort((a, b) => lacking(a) - lacking(b) || weight(b) - weight(a))
    .map((row) => proposalOf(row, facts));
}

function proposalOf(row: LiabilityRow, facts: LiabilityFacts): LiabilityProposal {
  const asked: LiabilityProposal['facts'] = row.needs.map((id) => {
    const known = facts.known[id];
    return {
      words: LIABILITY_QUESTIONS[id],
      ...(known?.recordId === undefined ? {} : { recordId: known.recordId }),
      isKnown: known !== undefined,
    };
  });
  const named = [...asked, ...namesAsked(row, facts)];
  const parties = { payer: row.payer, firstPayer: row.firstPayer, recourseAgainst: row.recourseAgainst };
  const who = Object.fromEntries(
    Object.entries(parties).flatMap(([name, role]) => {
      const party = role === undefined ? undefined : partyOf(role, facts);
      return party === undefined ? [] : [[name, party] as const];
    }),
  ) as Pick<LiabilityProposal, 'payer' | 'firstPayer' | 'recourseAgainst'>; // the three names above
  // Nobody recovers from himself.
  if (isSame(who.firstPayer, who.recourseAgainst)) delete who.recourseAgainst;
  const cap = row.isCapped === true ? facts.ownerUnpaidFen : undefined;
  return {
    rule: row.rule,
    citation: { zh: printCitation(row.rule, 'zh'), en: printCitation(row.rule, 'en') },
    why: row.why,
    fits: asked.every(({ isKnown }) => isKnown),
    ...who,
    ...(cap === undefined ? {} : { capFen: cap }),
    facts: named,
  };
}

const isSame = (a?: PartyRef, b?: PartyRef): boolean =>
  a !== undefined && b !== undefined && (a.companyId ?? a.name) === (b.companyId ?? b.name);

const ROLE_WORDS: Readonly<Record<Exclude<LiabilityRole, 'employer'>, Words>> = {
  generalContractor: { zh: '施工总承包单位是谁', en: 'Who the general contractor is' },
  owner: { zh: '建设单位是谁', en: 'Who the owner is' },
  whoAwarded: { zh: '发包或者分包的是谁', en: 'Who awarded the works' },
};

/** Whom the rule names and nobody has on record, and what the advance of the owner is limited to. */
function namesAsked(row: LiabilityRow, facts: LiabilityFacts): LiabilityProposal['facts'] {
  const roles = [row.payer, row.firstPayer].flatMap((role) =>
    role === undefined || role === 'employer' || partyOf(role, facts) !== undefined ? [] : [role],
  );
  const names = roles.map((role) => ({ words: ROLE_WORDS[role], isKnown: false }));
  if (row.isCapped !== true) return names;
  const cap: LiabilityProposal['facts'][number] =
    facts.ownerUnpaidFen === undefined
      ? {
          words: { zh: '建设单位未结清的工程款数额', en: 'How much the owner still owes for the works' },
          isKnown: false,
        }
      : {
          words: {
            zh: `建设单位未结清工程款 ${yuanWords(facts.ownerUnpaidFen).zh}`,
            en: `The owner still owes ${yuanWords(facts.ownerUnpaidFen).en} for the works`,
          },
          isKnown: true,
        };
  return [...names, cap];
}

function partyOf(role: LiabilityRole, { known, ...facts }: LiabilityFacts): PartyRef | undefined {
  if (role !== 'whoAwarded') return facts[role];
  const byOwner = known.awardedByOwner?.value;
  if (byOwner === undefined) return undefined;
  return byOwner ? facts.owner : facts.generalContractor;
}
