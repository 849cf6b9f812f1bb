import assert from 'node:assert/strict';
import type { ProjectFacts } from '../../../server/core/alerts/facts.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth, plainDate } from '../../../server/core/kit/plain-date.ts';
import { filingByCompany, qualityBulletin } from '../../../server/core/reports/quality-bulletin.ts';
import { siteStanding } from '../../../server/core/reports/site-standing.ts';
import { beside } from '../../../server/core/reports/work-bulletin.ts';
import { siteFigures, sumSites } from '../../../server/features/dashboard/sum-sites.ts';

const TODAY = plainDate('2026-11-22');
const empty: ProjectFacts = {
  project: {
    ...{ id: 'p', code: '5326010001', name: '某项目', areaCode: '532601001', state: 'building' },
    parties: [],
  },
  ...{ months: [], complaints: [], deadlines: [], freshness: {} },
};
const sheet = (filedOn: string, sentFen: number) => ({
  ...{ id: 's', revision: 1, filedOn: plainDate(filedOn), isReturned: false, people: 5 },
  ...{
    grossFen: fen(100),
    netFen: fen(100),
    sentFen: fen(sentFen),
    creditedFen: fen(sentFen),
    shortFen: fen(0),
  },
  ...{ credited: 5, bounced: 0, notices: {} },
  answers: { right: 0, less: 0, nothing: 0, notMe: 0, unanswered: 5 },
});
const team = { teamId: 't', teamName: '一班', employerId: 'e', isOnSite: true, attendedPeople: 5 };
const october = { month: payMonth('2026-10'), payOn: plainDate('2026-11-13') };

describe('how a project stands in the leader’s figures', () => {
  const cases: [says: string, facts: Partial<ProjectFacts>, item: string, state: string][] = [
    ['nobody on site proves no contract', { site: people(0, 0) }, 'contract', 'unknown'],
    ['one without a contract', { site: people(10, 9) }, 'contract', 'missing'],
    ['everybody has one', { site: people(10, 10) }, 'contract', 'done'],
    ['an account that is only open', { account: { openedOn: TODAY } }, 'account', 'missing'],
    ['below the threshold of the area', { account: { isRequired: false } }, 'account', 'notRequired'],
    [
      'a guarantee that ran out yesterday',
      { bond: { required: 'required', storedOn: TODAY, validUntil: plainDate('2026-11-21') } },
      'bond',
      'missing',
    ],
    [
      'a bond without rates of the area',
      { bond: { required: 'notSet', storedOn: TODAY } },
      'bond',
      'unknown',
    ],
    [
      'a photo of September',
      { board: { photoDays: [plainDate('2026-09-30')], missingFields: 0 } },
      'board',
      'missing',
    ],
    [
      'a photo of last month',
      { board: { photoDays: [plainDate('2026-10-01')], missingFields: 0 } },
      'board',
      'done',
    ],
    ['no pay day has gone by', { months: [] }, 'bankPay', 'unknown'],
    [
      'part of a month was not sent to the bank',
      { months: [{ ...october, teams: [{ ...team, sheet: sheet('2026-11-10', 90) }] }] },
      'bankPay',
      'missing',
    ],
  ];
  for (const [says, facts, item, state] of cases)
    it(`${item}: ${says} is ${state}`, () => {
      const { items } = siteStanding({ ...empty, ...facts }, TODAY);
      assert.equal(items[item as keyof typeof items], state);
    });

  it('counts payrolls and attendance in time, late and lacking by team and month, once the pay day has gone by', () => {
    const teams = [
      { ...team, sheet: sheet('2026-11-13', 100), attendanceTakenOn: plainDate('2026-11-13') },
      { ...team, attendanceTakenOn: plainDate('2026-11-14'), teamId: 'u', sheet: sheet('2026-11-14', 100) },
      { teamId: 'v', teamName: '三班', employerId: 'e', isOnSite: true },
    ];
    const months = [{ ...october, teams }];
    const told = { teams: 3, inTime: 1, late: 1, none: 1, withoutAttendance: 1, lateAttendance: 1 };
    assert.deepEqual(siteStanding({ ...empty, months }, TODAY).filing, [{ month: '2026-10', ...told }]);
    assert.deepEqual(siteStanding({ ...empty, months }, plainDate('2026-11-13')).filing, []);
  });

  it('a rate is of those of whom it can be said, and of nothing there is none', () => {
    const one = (areaCode: string, facts: Partial<ProjectFacts>) => ({
      ...{ areaCode, industry: 'housing', level: 'clear' as const },
      ...siteStanding({ ...empty, ...facts }, TODAY),
    });
    const account = { openedOn: TODAY, filedOn: TODAY, tripartiteSignedOn: TODAY };
    const { projects, alertsRed, coverage } = siteFigures(
      sumSites(
        [
          one('532601001', { account, site: people(10, 9) }),
          one('532601002', { account: {}, site: people(90, 90) }),
          one('532601002901', { account: { isRequired: false } }),
        ],
        [{ areaCode: '532601002', level: 'red', count: 2 }],
      ),
    );
    const rates = Object.fromEntries(coverage.map(({ item, done, of, rate }) => [item, [done, of, rate]]));
    assert.deepEqual([projects, alertsRed], [3, 2]);
    assert.deepEqual(rates['contract'], [99, 100, 9900]);
    assert.deepEqual(rates['account'], [1, 2, 5000]);
    assert.deepEqual(rates['bond'], [0, 0, null]);
  });
});

describe('bulletins written from figures', () => {
  it('compares with last year only where there is something to compare with', () => {
    assert.deepEqual(
      [beside(3, 2), beside(1, 2), beside(2, 2), beside(0, 0), beside(4, 0)],
      ['同比增长50%', '同比下降50%', '与上年同期持平', '与上年同期持平', '上年同期为零'],
    );
  });

  it('names those who file late, the worst first, for the months of the period alone', () => {
    const month = (of: string, inTime: number, late: number, none: number) => ({
      ...{ month: payMonth(of), teams: inTime + late + none, inTime, late, none, withoutAttendance: 0 },
      ...(late > 0 && { lateAttendance: late }),
    });
    const period = { from: plainDate('2026-10-01'), to: plainDate('2026-10-31') };
    const companies = filingByCompany(
      [
        {
          contractorId: 'a',
          contractorName: '甲公司',
          filing: [month('2026-10', 2, 1, 0), month('2026-09', 0, 0, 9)],
        },
        { contractorId: 'b', contractorName: '乙公司', filing: [month('2026-10', 0, 0, 1)] },
        { contractorId: 'a', contractorName: '甲公司', filing: [month('2026-10', 1, 0, 0)] },
      ],
      period,
    );
    assert.deepEqual(
      companies.map(({ name, sites, inTime, late, none }) => [name, sites, inTime, late, none]),
      [
        ['乙公司', 1, 0, 0, 1],
        ['甲公司', 2, 3, 1, 0],
      ],
    );
    const said = JSON.stringify(qualityBulletin(companies, { areaName: '文山市', ...period }));
    assert.match(
      said,
      /班组月共5个，按期3个，逾期1个，未报1个，按期率60%；没有考勤记录的0个，考勤在发薪日之后才报送的1个/,
    );
    assert.match(said, /共有2家总包单位存在逾期或未报，其中乙公司逾期0个、未报1个，甲公司逾期1个、未报0个/);
  });
});

function people(present: number, withContract: number) {
  return {
    ...{ present, withContract, withRealName: present, sharingCards: 0, sharingPhones: 0, onTwoSites: 0 },
    records: {},
  };
}
