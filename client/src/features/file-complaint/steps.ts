import type { Draft } from './draft.ts';
import { owedFenOf } from './draft.ts';

export const STEP_IDS = [
  'kind',
  'identity',
  'name',
  'employer',
  'workplace',
  'place',
  'people',
  'months',
  'money',
  'story',
  'photos',
  'contact',
  'phone',
  'check',
] as const;
export type StepId = (typeof STEP_IDS)[number];

/** What the phone knows beside the answers. */
export interface Known {
  /** A worker has signed in: the phone number is proven. */
  proven: boolean;
}

interface Step {
  /** Is this asked at all? Nothing is asked that is known or must not be known. */
  applies?: (draft: Draft, known: Known) => boolean;
  /** The sentence to show when the answer cannot be used, as the last part of its key. */
  fault?: (draft: Draft) => string | null;
  /** Answered by one tap, which goes on by itself. */
  byTap?: true;
  /** May be left out, and the button says so; months and money by an anonymous reporter too. */
  optional?: true;
}

const HIGHEST_FEN = 100_000_000_000;
const MOST_MONTHS = 36;
const FEWEST_LETTERS = 2;
const letters = (text: string): number => [...text.trim()].length;

export const STEPS: Record<StepId, Step> = {
  kind: { byTap: true, fault: (draft) => (draft.intakeKind ? null : 'pick') },
  identity: { byTap: true, applies: (draft) => draft.intakeKind === 'REPORT' },
  name: {
    applies: (draft) => !draft.anonymous,
    fault: (draft) => (letters(draft.name) < FEWEST_LETTERS ? 'missing' : null),
  },
  employer: { optional: true },
  workplace: {
    applies: (draft) => !draft.project,
    // Without a name and without a place nobody could be found.
    fault: ({ projectName, site, employerName }) =>
      letters(projectName) + letters(site) + letters(employerName) === 0 ? 'missing' : null,
  },
  place: {
    applies: (draft) => !draft.project,
    fault: (draft) => (draft.county ? null : 'missing'),
  },
  people: { fault: (draft) => (draft.headcount < 1 ? 'missing' : null) },
  months: { fault: monthsFault },
  money: { fault: moneyFault },
  story: { optional: true },
  photos: { optional: true, applies: (draft) => !draft.anonymous },
  contact: {
    optional: true,
    applies: (draft) => draft.anonymous,
    fault: ({ contact }) => (contact.trim() !== '' && letters(contact) < 3 ? 'short' : null),
  },
  phone: { applies: (draft, { proven }) => !draft.anonymous && !proven },
  check: {},
};

/** Whoever tells of others without a name may not know months and amounts; nobody else can leave them open. */
function monthsFault({ payMonths, anonymous }: Draft): string | null {
  if (payMonths.length > MOST_MONTHS) return 'tooMany';
  return payMonths.length === 0 && !anonymous ? 'missing' : null;
}

function moneyFault(draft: Draft): string | null {
  if (draft.owed === '') return draft.anonymous ? null : 'missing';
  const amount = owedFenOf(draft);
  if (amount === null) return 'unreadable';
  if (amount === 0 && !draft.anonymous) return 'zero';
  return amount > HIGHEST_FEN ? 'tooMuch' : null;
}

/** May this be left out, and is it? Then the button says so. */
export function isLeftOut(id: StepId, draft: Draft, files: { photos: number; voices: number }): boolean {
  const openToAnonymous = draft.anonymous && (id === 'months' || id === 'money');
  if (!STEPS[id].optional && !openToAnonymous) return false;
  const given: Partial<Record<StepId, number>> = {
    employer: letters(draft.employerName),
    months: draft.payMonths.length,
    money: draft.owed.length,
    story: letters(draft.story) + files.voices,
    photos: files.photos,
    contact: letters(draft.contact),
  };
  return (given[id] ?? 0) === 0;
}

/** The questions of this draft, in order. */
export const stepsOf = (draft: Draft, known: Known): StepId[] =>
  STEP_IDS.filter((id) => STEPS[id].applies?.(draft, known) ?? true);

export const faultOf = (id: StepId, draft: Draft): string | null => STEPS[id].fault?.(draft) ?? null;

/** The question after this one, also when this one itself has just become superfluous. */
export function stepAfter(id: StepId, draft: Draft, known: Known): StepId {
  const at = STEP_IDS.indexOf(id);
  return stepsOf(draft, known).find((one) => STEP_IDS.indexOf(one) > at) ?? 'check';
}

export function stepBefore(id: StepId, draft: Draft, known: Known): StepId | null {
  const at = STEP_IDS.indexOf(id);
  return (
    stepsOf(draft, known)
      .filter((one) => STEP_IDS.indexOf(one) < at)
      .at(-1) ?? null
  );
}

/** The first question without a usable answer; a draft whose other answers changed may have one again. */
export const firstOpenStep = (draft: Draft, known: Known): StepId | null =>
  stepsOf(draft, known).find(
    (id) => faultOf(id, draft) !== null || (id === 'phone' && STEPS.phone.applies?.(draft, known)),
  ) ?? null;
