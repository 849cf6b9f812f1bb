import type { BondPart } from '../../../../server/core/alerts/facts.ts';
import { fen } from '../../../../server/core/kit/money.ts';
import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState } from '../site-facts.ts';

const until = (validUntil: string, over: Partial<BondPart> = {}) =>
  projectFacts({
    bond: {
      required: 'required',
      storedOn: plainDate('2025-03-01'),
      amountFen: fen(100),
      isGuarantee: true,
      validUntil: plainDate(validUntil),
      ...over,
    },
  });

export const guaranteeExpiringExamples: RuleExamples = {
  rule: 'guaranteeExpiring',
  hits: [
    {
      title: 'a month before the day',
      today: '2026-11-20',
      facts: until('2026-12-20'),
      finds: [{ about: '', since: '2026-11-20', values: { validUntil: '2026-12-20' }, says: ['20'] }],
      wakesOn: '2026-12-21',
    },
    {
      title: 'the last day',
      today: '2026-12-20',
      facts: until('2026-12-20'),
      finds: [{ about: '', since: '2026-11-20' }],
    },
    {
      title: 'the 31st of March, warned of from the last of February',
      today: '2026-02-28',
      facts: until('2026-03-31'),
      finds: [{ about: '', since: '2026-02-28' }],
    },
    {
      title: 'a quarter before, where the area has set three months',
      today: '2026-11-20',
      facts: until('2027-02-10'),
      settings: { numbers: { alertGuaranteeMonths: 3 } },
      finds: [{ about: '', since: '2026-11-10' }],
    },
    {
      title: 'suspended works are not finished',
      today: '2026-12-01',
      facts: { ...until('2026-12-20'), ...inState('suspended') },
      finds: [{ about: '', since: '2026-11-20' }],
    },
  ],
  nearMisses: [
    {
      title: 'given back: it guards nothing any more',
      today: '2026-12-20',
      facts: until('2026-12-20', { returnedOn: plainDate('2026-12-01') }),
    },
    {
      title: 'a month and a day before',
      today: '2026-11-19',
      facts: until('2026-12-20'),
      wakesOn: '2026-11-20',
    },
    {
      title: 'one that ended yesterday has run out: another rule says so',
      today: '2026-12-21',
      facts: until('2026-12-20'),
      wakesOn: null,
    },
    {
      title: 'cash does not run out',
      today: '2026-11-20',
      facts: projectFacts({
        bond: {
          required: 'required',
          storedOn: plainDate('2025-03-01'),
          amountFen: fen(100),
          isGuarantee: false,
        },
      }),
    },
    {
      title: 'an exempt contract',
      today: '2026-12-01',
      facts: until('2026-12-20', { required: 'exempt' }),
    },
    {
      title: 'finished works',
      today: '2026-12-01',
      facts: { ...until('2026-12-20'), ...inState('finished') },
    },
  ],
  noData: [
    { title: 'nothing about a bond', today: '2026-12-01', facts: projectFacts(), missing: '保证金' },
    {
      title: 'a guarantee without an end on record',
      today: '2026-12-01',
      facts: projectFacts({
        bond: { required: 'required', storedOn: plainDate('2025-03-01'), isGuarantee: true },
      }),
      missing: '到期日',
    },
  ],
};
