import type { AccountPart } from '../../../../server/core/alerts/facts.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState, withoutContract } from '../site-facts.ts';

const openBy = plainDate('2026-02-24');
const account = (over: Partial<AccountPart> = {}) =>
  projectFacts({ account: { isRequired: true, openBy, ...over } });

export const accountNotOpenedExamples: RuleExamples = {
  rule: 'accountNotOpened',
  hits: [
    {
      title: 'the day after the last day, which was moved past Spring Festival',
      today: '2026-02-25',
      facts: account(),
      finds: [{ about: '', since: '2026-02-25', values: { openBy }, says: ['2026'], cures: ['开立'] }],
      wakesOn: null,
    },
    {
      title: 'works that have not begun: the period runs from the contract',
      today: '2026-03-01',
      facts: { ...account(), project: { ...projectFacts().project, startedOn: plainDate('2026-06-01') } },
      finds: [{ about: '', since: '2026-02-25' }],
    },
    {
      title: 'suspended works',
      today: '2026-03-01',
      facts: { ...account(), ...inState('suspended') },
      finds: [{ about: '', since: '2026-02-25' }],
    },
    {
      title: 'closed while the works go on: another one is due',
      today: '2026-03-01',
      facts: account({ openedOn: plainDate('2026-02-20'), closedOn: plainDate('2026-02-28') }),
      finds: [{ about: '', since: '2026-02-25' }],
    },
  ],
  nearMisses: [
    {
      title: 'closed after the works',
      today: '2026-03-01',
      facts: {
        ...account({ openedOn: plainDate('2026-02-20'), closedOn: plainDate('2026-02-28') }),
        ...inState('finished'),
      },
    },
    { title: 'the last day itself', today: '2026-02-24', facts: account(), wakesOn: '2026-02-25' },
    { title: 'opened, if late', today: '2026-03-01', facts: account({ openedOn: plainDate('2026-02-28') }) },
    { title: 'none is required', today: '2026-03-01', facts: account({ isRequired: false }), wakesOn: null },
    {
      title: 'opened where the area has set no threshold',
      today: '2026-03-01',
      facts: projectFacts({ account: { openedOn: plainDate('2026-02-20') } }),
    },
    { title: 'finished works', today: '2026-03-01', facts: { ...account(), ...inState('finished') } },
  ],
  noData: [
    {
      title: 'the area has set no threshold: past the last day nobody knows whether one is due',
      today: '2026-03-01',
      facts: projectFacts({ account: { openBy } }),
      missing: '没有设置',
      wakesOn: null,
    },
    {
      title: 'no contract, so no last day',
      today: '2026-03-01',
      facts: withoutContract(projectFacts({ account: { isRequired: true } })),
      missing: '施工合同',
    },
    { title: 'nothing about an account', today: '2026-03-01', facts: projectFacts(), missing: '没有设置' },
  ],
};
