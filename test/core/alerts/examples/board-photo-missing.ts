import { plainDate } from '../../../../server/core/kit/plain-date.ts';
import { projectFacts } from '../project-facts.ts';
import type { RuleExamples } from '../rule-examples.ts';
import { inState, withoutContract } from '../site-facts.ts';

const board = (days: string[], missingFields = 0) =>
  projectFacts({
    board: { photoDays: days.map((day) => plainDate(day)), missingFields },
    freshness: { board: plainDate('2026-11-02') },
  });
const started = (startedOn: string) => ({
  project: { ...projectFacts().project, startedOn: plainDate(startedOn) },
});

export const boardPhotoMissingExamples: RuleExamples = {
  rule: 'boardPhotoMissing',
  hits: [
    {
      title: 'the last photo is of September, and November has begun',
      today: '2026-11-01',
      facts: board(['2026-09-30', '2026-08-15']),
      finds: [{ about: 'photo', since: '2026-11-01', values: { lastPhotoOn: '2026-09-30' }, says: ['2026'] }],
      wakesOn: null,
    },
    {
      title: 'a December photo is too old in February of the next year',
      today: '2026-02-01',
      facts: board(['2025-12-31']),
      finds: [{ about: 'photo', since: '2026-02-01' }],
    },
    {
      title: 'none at all sixteen days after the works began',
      today: '2026-11-17',
      facts: { ...board([]), ...started('2026-11-01') },
      finds: [{ about: 'photo', since: '2026-11-17' }],
    },
    {
      title: 'the board lacks two things it must say',
      today: '2026-11-20',
      facts: board(['2026-11-01'], 2),
      finds: [{ about: 'fields', since: '2026-11-02', values: { missingFields: 2 }, says: ['2 '] }],
    },
  ],
  nearMisses: [
    {
      title: 'the last day on which a photo of September is recent',
      today: '2026-10-31',
      facts: board(['2026-09-01']),
      wakesOn: '2026-11-01',
    },
    {
      title: 'fifteen days after the works began',
      today: '2026-11-16',
      facts: { ...board([]), ...started('2026-11-01') },
      wakesOn: '2026-11-17',
    },
    {
      title: 'before the works began nothing need stand there',
      today: '2026-11-20',
      facts: { ...board([], 5), ...started('2026-12-01') },
      wakesOn: '2026-12-01',
    },
    {
      title: 'an old photo of the site before the works began',
      today: '2026-11-16',
      facts: { ...board(['2026-01-05']), ...started('2026-11-01') },
    },
    { title: 'suspended works', today: '2026-11-20', facts: { ...board([], 2), ...inState('suspended') } },
    { title: 'finished works', today: '2026-11-20', facts: { ...board([], 2), ...inState('finished') } },
  ],
  noData: [
    { title: 'nothing about a board', today: '2026-11-20', facts: projectFacts(), missing: '告示牌' },
    {
      title: 'no photo, and nobody knows when the works began',
      today: '2026-11-20',
      facts: withoutContract(board([])),
      missing: '开工日期',
    },
  ],
};
