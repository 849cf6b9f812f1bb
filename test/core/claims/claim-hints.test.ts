import assert from 'node:assert/strict';
import type { HintClaim, HintFacts } from '../../../server/core/claims/claim-hints.ts';
import { claimHints } from '../../../server/core/claims/claim-hints.ts';
import { payMonth } from '../../../server/core/kit/plain-date.ts';
import { isCitable } from '../../../server/core/law/articles.ts';

const [january, february] = [payMonth('2026-01'), payMonth('2026-02')];
const claim = (claimId: string, over: Partial<HintClaim> = {}): HintClaim => ({
  claimId,
  name: `工友${claimId}`,
  months: [january],
  isOnRoster: true,
  attendedMonths: [january],
  otherRespondents: 0,
  ...over,
});
const site = { hasRoster: true, recordedMonths: [january, february], teamLeaders: ['包班组'] };
const facts = (over: Partial<HintFacts> = {}): HintFacts => ({
  claims: [claim('1')],
  site,
  stories: [],
  ...over,
});
/** Code, people, what it was seen by. */
const said = (over: Partial<HintFacts>): string[] =>
  claimHints(facts(over)).hints.map(({ code, claimIds, seen }) =>
    [code, claimIds.join('+'), seen.join('+')].filter((part) => part !== '').join(' '),
  );

describe('hints about the claims of a case', () => {
  const tables: [string, Partial<HintFacts>, string[]][] = [
    ['nothing about somebody who worked in the months he claims', {}, []],
    [
      'who is not on the roster',
      { claims: [claim('1'), claim('2', { isOnRoster: false })] },
      ['notOnRoster 2'],
    ],
    [
      'nothing about the roster where the site keeps none',
      { claims: [claim('2', { isOnRoster: false })], site: { ...site, hasRoster: false } },
      [],
    ],
    ['nothing about somebody without any number', { claims: [claim('1', { isOnRoster: null })] }, []],
    [
      'who was on site on no day of a month he claims',
      { claims: [claim('1', { months: [january, february], attendedMonths: [january] })] },
      ['notInAttendance 1 2026-02'],
    ],
    [
      'nothing about a month of which no attendance is on record',
      {
        claims: [claim('1', { months: [february], attendedMonths: [] })],
        site: { ...site, recordedMonths: [january] },
      },
      [],
    ],
    [
      'one phone of several people, each phone by itself',
      {
        claims: [
          claim('1', { phoneMark: 'a' }),
          claim('2', { phoneMark: 'a' }),
          claim('3', { phoneMark: 'b' }),
          claim('4', { phoneMark: 'c' }),
          claim('5', { phoneMark: 'c' }),
        ],
      },
      ['samePhone 1+2', 'samePhone 4+5'],
    ],
    [
      'one card of several people',
      { claims: [claim('1', { cardMark: 'x' }), claim('2', { cardMark: 'x' })] },
      ['sameCard 1+2'],
    ],
    ['nothing about one other respondent', { claims: [claim('1', { otherRespondents: 1 })] }, []],
    [
      'who claims from two other respondents',
      { claims: [claim('1', { otherRespondents: 2 })] },
      ['manyRespondents 1'],
    ],
    ['a leader of a team', { claims: [claim('1', { name: '包班组' })] }, ['teamLeader 1']],
    [
      'money for works in a story, by its words',
      { stories: [{ complaintId: 'c', text: '欠我班组工程款和材料款' }] },
      ['worksMoney 工程款+材料款'],
    ],
    ['nothing about a story of wages', { stories: [{ complaintId: 'c', text: '工程上欠两个月工资' }] }, []],
  ];
  for (const [title, over, expected] of tables) {
    it(`names ${title}`, () => {
      assert.deepEqual(said(over), expected);
    });
  }

  it('cites the rule behind money for works, which may be printed', () => {
    const [hint] = claimHints(facts({ stories: [{ complaintId: 'c', text: '工程款' }] })).hints;
    assert.deepEqual([hint?.cite, hint?.complaintIds], ['REG-52-1', ['c']]);
    assert.ok(isCitable('REG-52-1'));
  });

  it('says what it could not ask', () => {
    const nobody = { claims: [claim('1', { isOnRoster: null })] };
    const { claims, stories } = facts(nobody);
    assert.deepEqual(claimHints({ claims, stories }).gaps, ['noProject']);
    assert.deepEqual(claimHints(facts({ site: { ...site, hasRoster: false } })).gaps, ['noRoster']);
    assert.deepEqual(claimHints(facts({ ...nobody, site: { ...site, recordedMonths: [] } })).gaps, [
      'noAttendance',
      'noNumbers',
    ]);
    assert.deepEqual(claimHints(facts()).gaps, []);
  });
});
