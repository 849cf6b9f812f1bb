import type { BondPart } from '../../../../server/core/alerts/facts.ts';
import { fen } from '../../../../server/core/kit/money.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState } from '../site-facts.ts';

/** 1 million yuan due by the 12th of March. */
const bond = (over: Partial<BondPart> = {}) =>
  projectFacts({
    bond: {
      required: 'required',
      requiredFen: fen(100_000_000),
      storeBy: plainDate('2026-03-12'),
      ...over,
    },
  });
const stored = { storedOn: plainDate('2026-03-01'), amountFen: fen(100_000_000) };
const guarantee = { ...stored, isGuarantee: true, validUntil: plainDate('2026-11-19') };

export const bondNotStoredExamples: RuleExamples = {
  rule: 'bondNotStored',
  hits: [
    {
      title: 'nothing is stored the day after the last day',
      today: '2026-03-13',
      facts: bond(),
      finds: [
        { about: '', since: '2026-03-13', values: { requiredFen: 100_000_000 }, says: ['1,000,000.00'] },
      ],
      wakesOn: null,
    },
    {
      title: 'given back while the works go on again',
      today: '2026-03-13',
      facts: bond({ ...stored, returnedOn: plainDate('2026-03-10') }),
      finds: [{ about: '', since: '2026-03-13' }],
    },
    {
      title: 'one fen too little is stored',
      today: '2026-03-13',
      facts: bond({ ...stored, amountFen: fen(99_999_999) }),
      finds: [{ about: '', since: '2026-03-13', values: { amountFen: 99_999_999 }, says: ['999,999.99'] }],
    },
    {
      title: 'a guarantee that ran out yesterday is no bond',
      today: '2026-11-20',
      facts: bond(guarantee),
      finds: [{ about: 'expired', since: '2026-11-20', values: { validUntil: '2026-11-19' }, says: ['19'] }],
    },
    {
      title: 'nor where the area has set no rate',
      today: '2026-11-20',
      facts: projectFacts({ bond: { ...guarantee, required: 'notSet' } }),
      finds: [{ about: 'expired', since: '2026-11-20' }],
    },
  ],
  nearMisses: [
    { title: 'the last day itself', today: '2026-03-12', facts: bond(), wakesOn: '2026-03-13' },
    { title: 'stored in full', today: '2026-03-13', facts: bond(stored), wakesOn: null },
    {
      title: 'a guarantee on its last day',
      today: '2026-11-19',
      facts: bond(guarantee),
      wakesOn: '2026-11-20',
    },
    { title: 'exempt', today: '2026-03-13', facts: projectFacts({ bond: { required: 'exempt' } }) },
    {
      title: 'exempt, whatever became of a guarantee given without need',
      today: '2026-11-20',
      facts: projectFacts({ bond: { ...guarantee, required: 'exempt' } }),
    },
    { title: 'finished works', today: '2026-03-13', facts: { ...bond(), ...inState('finished') } },
    {
      title: 'finished works whose guarantee has run out',
      today: '2026-11-20',
      facts: { ...bond(guarantee), ...inState('finished') },
    },
  ],
  noData: [
    { title: 'nothing about a bond', today: '2026-03-13', facts: projectFacts(), missing: '保证金' },
    {
      title: 'the area has set no rate: nobody knows what is due',
      today: '2026-03-13',
      facts: projectFacts({ bond: { required: 'notSet' } }),
      missing: '没有设置',
    },
    {
      title: 'nor whether what is stored suffices',
      today: '2026-03-13',
      facts: projectFacts({ bond: { ...stored, required: 'notSet' } }),
      missing: '没有设置',
    },
    {
      title: 'stored, and the amount is not on record',
      today: '2026-03-13',
      facts: bond({ storedOn: plainDate('2026-03-01') }),
      missing: '没有登记',
    },
    {
      title: 'required, and the last day is not known',
      today: '2026-03-13',
      facts: projectFacts({ bond: { required: 'required', requiredFen: fen(1) } }),
      missing: '没有登记',
    },
  ],
};
