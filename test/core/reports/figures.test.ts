import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { ASSESSMENT_FIGURE_IDS } from '../../../server/core/reports/assessment-figures.ts';
import { CAMPAIGN_FIGURE_IDS } from '../../../server/core/reports/campaign-figures.ts';
import { DASHBOARD_FIGURE_IDS } from '../../../server/core/reports/dashboard-figure.ts';
import { figuresPage, FIGURES } from '../../../server/core/reports/figures.ts';
import { PERIOD_FIGURE_IDS } from '../../../server/core/reports/period-figures.ts';
import { ageRange } from '../../../server/core/reports/ages.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';

describe('the figures that are reported', () => {
  it('each stands defined once, in both languages', () => {
    const ids = FIGURES.map(({ id }) => id);
    const named = [PERIOD_FIGURE_IDS, DASHBOARD_FIGURE_IDS, CAMPAIGN_FIGURE_IDS, ASSESSMENT_FIGURE_IDS];
    assert.deepEqual([...new Set(ids)].sort(), named.flat().sort());
    assert.equal(ids.length, new Set(ids).size);
    for (const { id, words, define, source } of FIGURES)
      for (const said of [words, define, source]) {
        assert.match(said.zh, /\p{Script=Han}/u, id);
        assert.doesNotMatch(said.en, /\p{Script=Han}|^$/u, id);
      }
  });

  it('are listed in docs/report-figures.md as they are defined (npm run report -- --definitions)', () => {
    assert.equal(readFileSync('docs/report-figures.md', 'utf8'), figuresPage());
  });

  it('the bands of age leave no day out and count none twice', () => {
    const today = plainDate('2026-11-22');
    assert.deepEqual(
      (['week', 'month', 'twoMonths', 'threeMonths', 'older'] as const).map((band) => ageRange(band, today)),
      [
        { from: '2026-11-15', to: '2026-11-22' },
        { from: '2026-10-23', to: '2026-11-14' },
        { from: '2026-09-23', to: '2026-10-22' },
        { from: '2026-08-24', to: '2026-09-22' },
        { to: '2026-08-23' },
      ],
    );
  });
});
