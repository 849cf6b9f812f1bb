import assert from 'node:assert/strict';
import { openOnly, RULE_IDS } from '../../client/src/features/alerts/alert-filters.ts';
import { clearOf, toneOf, worstFirst } from '../../client/src/features/alerts/alert-map-look.ts';
import {
  askedText,
  hasAnswered,
  plannedVisit,
  standingOf,
} from '../../client/src/features/alerts/alert-standing.ts';
import { answerLeft } from '../../client/src/features/alerts/answer-left.ts';
import { recordLinks } from '../../client/src/features/alerts/record-links.ts';
import { riskGroups } from '../../client/src/features/alerts/risk-order.ts';
import { urgentFirst } from '../../client/src/features/alerts/urgent-alerts.ts';
import { valueText } from '../../client/src/features/alerts/value-words.ts';
import english from '../../client/src/locales/en/alerts.ts';
import chinese from '../../client/src/locales/zh-CN/alerts.ts';
import { FACT_PARTS } from '../../server/core/alerts/facts.ts';
import { ALERT_RULES } from '../../server/core/alerts/rules.ts';
import type { RecordRef } from '../../server/core/alerts/rule.ts';
import type { AlertMapRow, AlertRow, RiskLine } from '../../server/core/contract/alerts.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';

const words = { zh: '', en: '' };
const row = (more: Partial<AlertRow>): AlertRow => ({
  ...{
    id: 'a',
    number: 'YJ-20261102-00000A',
    version: 1,
    rule: 'filedNotPaid',
    question: words,
    level: 'yellow',
    state: 'raised',
  },
  ...{ areaCode: '320506', projectId: 'p', projectName: 'P', message: words },
  ...{ since: plainDate('2026-11-01'), raisedOn: plainDate('2026-11-02'), ageDays: 21 },
  ...more,
});

describe('alerts on screen', () => {
  it('every rule and every part of the data has its short name in both languages, and no other is offered', () => {
    const ids = ALERT_RULES.map(({ id }) => id);
    assert.deepEqual([...RULE_IDS], ids);
    for (const { rule, part } of [chinese, english]) {
      assert.deepEqual(Object.keys(rule).sort(), [...ids].sort());
      assert.deepEqual(Object.keys(part).sort(), [...FACT_PARTS].sort());
    }
  });

  it('the list shows what stands, unless somebody asks for a state or for everything', () => {
    assert.equal(openOnly({}), true);
    assert.equal(openOnly({ state: '', level: 'red' }), true);
    assert.equal(openOnly({ state: 'cured' }), undefined);
    assert.equal(openOnly({ open: 'all' }), undefined);
  });

  it('the days to an answer are counted from the server’s own day; an alert that has ended has none', () => {
    const by = (answerBy: string, more: Partial<AlertRow> = {}): string | undefined => {
      const left = answerLeft(row({ answerBy: plainDate(answerBy), ...more }));
      return left && `${left.state} ${left.days} ${left.colour}`;
    };
    // 1 November and 21 days on: it is the 22nd.
    assert.equal(by('2026-11-20'), 'overdue 2 danger');
    assert.equal(by('2026-11-22'), 'dueToday 0 warning');
    assert.equal(by('2026-11-25'), 'left 3 notice');
    assert.equal(by('2026-11-26'), 'left 4 good');
    assert.equal(by('2026-11-20', { state: 'cured' }), undefined);
    assert.equal(answerLeft(row({})), undefined);
  });

  it('a company’s home begins with what it still has to answer, the earliest day first, then red, then the oldest', () => {
    const items = [
      row({ id: 'old', since: plainDate('2026-01-01') }),
      row({ id: 'red', level: 'red' }),
      row({ id: 'said', state: 'acted', answered: true, answerBy: plainDate('2026-11-01') }),
      row({ id: 'later', answerBy: plainDate('2026-11-30') }),
      row({ id: 'sooner', answerBy: plainDate('2026-11-23') }),
    ];
    const order = urgentFirst({ items, nextCursor: null, total: 5 }, 4);
    assert.deepEqual(
      order.items.map(({ id }) => id),
      ['sooner', 'later', 'red', 'old'],
    );
    assert.equal(order.total, 5);
  });

  it('a tile is as grave as its worst project, and grey only where nothing at all is known', () => {
    const tile = (more: Partial<AlertMapRow>): AlertMapRow => ({
      ...{
        areaCode: '1',
        areaName: '',
        hasParts: false,
        projects: 3,
        red: 0,
        yellow: 0,
        grey: 0,
        points: 0,
        ...more,
      },
    });
    assert.equal(toneOf(tile({ red: 1, yellow: 2 })), 'danger');
    assert.equal(toneOf(tile({ yellow: 1, grey: 2 })), 'warning');
    assert.equal(toneOf(tile({ grey: 2 })), 'good');
    assert.equal(toneOf(tile({ grey: 3 })), 'noData');
    assert.equal(clearOf(tile({ red: 1, grey: 1 })), 1);
    const sorted = worstFirst([
      tile({ areaCode: 'b', points: 90 }),
      tile({ areaCode: 'c', red: 1, points: 20 }),
    ]);
    assert.deepEqual(
      sorted.map(({ areaCode }) => areaCode),
      ['c', 'b'],
    );
  });
});

describe('one alert on screen', () => {
  const ref = (kind: RecordRef['kind'], id: string): RecordRef & { label: string } => ({
    ...{ kind, id, label: kind },
  });

  it('records are links to their pages; twenty people on one roster are one link', () => {
    const links = recordLinks(
      [ref('payrollSheet', 's1'), ref('enrolment', 'e1'), ref('enrolment', 'e2'), ref('team', 't1')],
      { projectId: 'p1' },
      () => true,
    );
    assert.deepEqual(
      links.map(({ label, count, to }) => `${label} ${count} ${to}`),
      [
        'payrollSheet 1 /payroll/sheets/s1',
        'enrolment 2 /roster?projectId=p1',
        'team 1 /roster?projectId=p1&teamId=t1',
      ],
    );
  });
  it('a warning about some people of a payroll opens their lines alone', () => {
    const opened = (rule: string) =>
      recordLinks([ref('payrollSheet', 's1')], { projectId: 'p1', rule }, () => true)[0]?.to;
    assert.equal(opened('cardNotInHand'), '/payroll/sheets/s1?card=notInHand');
    assert.equal(opened('answeredLess'), '/payroll/sheets/s1?answer=less');
    assert.equal(opened('payrollNotFiled'), '/payroll/sheets/s1');
  });
  it('several records of one kind are told apart by a number', () => {
    const links = recordLinks(
      [ref('complaint', 'c1'), ref('project', 'p2'), ref('complaint', 'c2')],
      { projectId: 'p1' },
      () => true,
    );
    assert.deepEqual(
      links.map(({ to, nth }) => [to, nth]),
      [
        ['/complaints/c1', 1],
        ['/projects/p2', undefined],
        ['/complaints/c2', 2],
      ],
    );
  });
  it('a record whose page the reader has not is named without a link', () => {
    const [one] = recordLinks(
      [ref('complaint', 'c1')],
      { projectId: 'p1' },
      (permission) => permission !== 'complaints.list',
    );
    assert.deepEqual(one, { label: 'complaint', count: 1 });
  });

  it('figures are read by their names: money, shares, yes or no, counts, days', () => {
    const text = (name: string, value: number | string): string =>
      valueText(name, value, { yes: 'yes', no: 'no' });
    assert.equal(text('shortFen', 1_234_500), '¥12,345.00');
    assert.equal(text('fallBasisPoints', 3250), '32.5%');
    assert.equal(text('returned', 1), 'yes');
    assert.equal(text('returned', 0), 'no');
    assert.equal(text('people', 12), '12');
    assert.equal(text('payOn', '2026-11-15'), '2026-11-15');
  });

  it('it says whether the newest data still show it, also when somebody dismissed it', () => {
    const says = (state: AlertRow['state'], stillSo: boolean, end: string = state): string => {
      const entry = { action: end, to: state, at: '', on: plainDate('2026-11-16') };
      const history = [{ ...entry, by: { kind: 'system' as const } }];
      const { key, tone } = standingOf({ state, level: 'red', stillSo, history });
      return `${key} ${tone}`;
    };
    assert.equal(says('answered', true), 'still danger');
    assert.equal(says('answered', false), 'gone good');
    assert.equal(says('cured', false), 'cured good');
    assert.equal(says('dismissed', true), 'dismissedStill notice');
    assert.equal(says('dismissed', false), 'dismissedGone good');
    assert.equal(says('lapsed', false), 'lapsed notice', 'too old to watch is not in order');
    assert.equal(says('dismissed', false, 'drop'), 'dropped notice', 'nor is what nobody asks any more');
    assert.equal(says('dismissed', false, 'retune'), 'retuned notice', 'nor what is asked by another number');
    assert.equal(
      says('dismissed', false, 'merge'),
      'merged notice',
      'nor what stands in another project now',
    );
  });

  it('what was asked last is shown, whether as a question or as an order', () => {
    const entry = (action: string, reason?: string) => ({
      ...{ action, at: '2026-11-20T01:00:00Z', on: plainDate('2026-11-20'), by: { kind: 'staff' as const } },
      ...(reason === undefined ? {} : { reason }),
    });
    const history = [entry('raise'), entry('ask', 'Why?'), entry('answer', 'Because'), entry('order', 'Pay')];
    assert.equal(askedText({ history }), 'Pay');
    assert.equal(askedText({ history: history.slice(0, 1) }), undefined);
    const visit = (on: string) => ({ ...entry('visit', 'Look'), facts: { visitOn: on } });
    assert.equal(plannedVisit({ history }), undefined);
    assert.deepEqual(plannedVisit({ history: [visit('2026-11-24'), ...history, visit('2026-11-26')] }), {
      on: '2026-11-26',
      text: 'Look',
    });
    // Answered, and then asked for more.
    assert.equal(hasAnswered({ history: history.slice(0, 3) }), true);
    assert.equal(hasAnswered({ history }), false);
    assert.equal(hasAnswered({ history: history.slice(0, 1) }), false);
  });

  it('a risk card begins with what was found, red and weighty first, and keeps grey apart from clear', () => {
    const line = (rule: string, more: Partial<RiskLine>): RiskLine => ({
      ...{ rule, question: words, state: 'raised', level: 'yellow', points: 5, count: 1, findings: [] },
      ...{ missing: [], freshness: [], ...more },
    });
    const groups = riskGroups([
      line('clear', { state: 'clear' }),
      line('small', {}),
      line('big', { points: 12 }),
      line('grey', { state: 'noData' }),
      line('red', { level: 'red', points: 8 }),
      line('off', { state: 'off' }),
    ]);
    const names = Object.values(groups).map((lines: RiskLine[]) => lines.map(({ rule }) => rule).join(' '));
    assert.deepEqual(names, ['red big small', 'grey', 'clear', 'off']);
  });
});
