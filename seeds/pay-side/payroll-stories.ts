import type { PayAnswer, PayrollState } from '../../server/core/contract/payroll.ts';
import type { TeamStory } from './plan.ts';

/** How one team's month came out. */
export interface MonthStory {
  state: PayrollState;
  /** Days after the agreed one on which the bank credited; before it where negative. */
  creditedAfter: number;
  /** Of the people of the sheet, by serial from 1: what the bank did; `credited` for whoever is not named. */
  bank?: (serial: number, people: number) => 'credited' | 'bounced' | 'none';
  answer?: (serial: number) => PayAnswer | undefined;
  /** Whom the lot asked for his card, and what he said; without `inHand` he said nothing. */
  card?: (serial: number) => { inHand?: boolean } | undefined;
}

const PAID: MonthStory = { state: 'paid', creditedAfter: -1 };
const UNPAID: MonthStory = { state: 'approved', creditedAfter: 0, bank: () => 'none' };
const SIGNING: MonthStory = { ...UNPAID, state: 'signing' };

/** Months that are over are answered by all, the newest by most: silence stays silence. */
const answeredBy =
  (isNewest: boolean) =>
  (serial: number): PayAnswer | undefined =>
    isNewest && (serial === 1 || serial % 5 === 0) ? undefined : 'right';

const DENIED: Readonly<Record<number, PayAnswer>> = { 3: 'less', 4: 'nothing', 5: 'notMe' };

/** Two of the five on the foreman's card say so, one has his own, one says nothing. */
const CARDS: Readonly<Record<number, { inHand?: boolean }>> = {
  ...{ 2: { inHand: false }, 3: { inHand: false }, 5: {}, 7: { inHand: true } },
};

/** `newest` counts back from the newest month that is filed: 0 is that one. */
export function monthStory(story: TeamStory, newest: number): MonthStory {
  const answer = answeredBy(newest === 0);
  switch (story) {
    case 'late':
      return newest < 3 ? { ...PAID, creditedAfter: 9 + newest, answer } : { ...PAID, answer };
    case 'partPaid':
      if (newest > 1) return { ...PAID, answer };
      return {
        state: 'partPaid',
        creditedAfter: 0,
        bank: (serial, people) => (serial <= people / 2 ? 'credited' : 'none'),
        answer: (serial) => (serial % 6 === 0 ? undefined : 'right'),
      };
    case 'disputed':
      return newest > 0
        ? { ...PAID, answer }
        : { ...PAID, answer: (serial) => DENIED[serial] ?? answer(serial) };
    case 'ghostWorker':
      return { ...PAID, answer: (serial) => (serial === 2 || serial === 3 ? undefined : answer(serial)) };
    case 'cardCollected':
      return newest > 0
        ? { ...PAID, answer }
        : {
            ...PAID,
            answer: (serial) => (serial >= 2 && serial <= 4 ? 'less' : answer(serial)),
            card: (serial) => CARDS[serial],
          };
    case 'bounced':
      if (newest > 0) return { ...PAID, creditedAfter: newest === 1 ? 3 : -1, answer };
      return {
        state: 'partPaid',
        creditedAfter: -1,
        bank: (serial) => (serial === 2 || serial === 3 ? 'bounced' : 'credited'),
        answer,
      };
    case 'finishedWithArrears':
      return newest < 3 ? UNPAID : { ...PAID, answer };
    case 'labourCostMissing':
      return newest < 2 ? UNPAID : { ...PAID, answer };
    case 'leftUnsettled':
      return newest === 0 ? SIGNING : { ...PAID, answer };
    case 'clean':
    case 'underMinimum':
    case 'notFiled':
    case 'gateClosed':
    case 'twoSites':
    case 'toFile':
      return { ...PAID, answer };
  }
}
