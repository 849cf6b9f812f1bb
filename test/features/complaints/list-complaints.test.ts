import assert from 'node:assert/strict';
import mongoose from 'mongoose';
import type { ComplaintRow, ComplaintView } from '../../../server/core/contract/complaints.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type { Who } from './complaints-app.ts';
import { clock, move, moved, NOW, problemOf, registered, useComplaintsApp } from './complaints-app.ts';

type Query = Record<string, string | number | boolean>;

/** Seven of the office: received on different days, one accepted, one refused by the head, one of another town. */
const RECEIVED = [
  '2026-11-09',
  '2026-11-13',
  '2026-11-16',
  '2026-11-17',
  '2026-11-18',
  '2026-11-19',
  '2026-11-20',
];

describe('the queue', () => {
  const { as } = useComplaintsApp();
  const clerk = as('clerk');
  const all: ComplaintView[] = [];
  const listed = async (query: Query = {}, who: Who = 'clerk'): Promise<Page<ComplaintRow>> => {
    const res = await as(who).get('/complaints', query);
    assert.equal(res.status, 200, res.text);
    return res.body as Page<ComplaintRow>;
  };
  /** Which of the seven, by their place. */
  const places = async (query: Query, who: Who = 'clerk'): Promise<number[]> =>
    (await listed(query, who)).items.map(({ id }) => all.findIndex((one) => one.id === id));

  before(async () => {
    clock.set(NOW);
    for (const [nth, receivedOn] of RECEIVED.entries())
      all.push(
        await registered(clerk, {
          receivedOn,
          headcount: nth + 1,
          owedFen: (nth + 1) * 100_000,
          areaCode: nth === 6 ? '532601002' : '532601001',
          channel: nth % 2 === 0 ? 'HOTLINE_12345' : 'PETITION',
          intakeKind: nth === 3 ? 'REPORT' : 'COMPLAINT',
          name: `刘${'甲乙丙丁戊己庚'.charAt(nth)}`,
          phone: `1390000001${nth}`,
          employerName: nth < 2 ? '普者黑建筑公司' : '文山建工集团有限公司',
        }),
      );
    const [, , accepted, , refused] = all as [never, never, ComplaintView, never, ComplaintView];
    await moved(move(clerk, accepted, 'accept'));
    const words = { ground: 'OUT_OF_SCOPE', reason: '不属工资', whereInstead: '法院' };
    const proposed = await moved(move(clerk, refused, 'propose-refusal', words));
    await moved(move(as('head'), proposed, 'approve-refusal'));
    await registered(as('otherClerk'), { areaCode: '532622' });
  });

  it('is sorted by what is due next; what has no clock comes last', async () => {
    assert.deepEqual(await places({}), [0, 1, 2, 3, 5, 6, 4]);
    assert.deepEqual(await places({ sort: '-nextDueOn' }), [4, 6, 5, 3, 2, 1, 0]);
    assert.deepEqual(await places({ sort: '-owedFen' }), [6, 5, 4, 3, 2, 1, 0]);
    assert.deepEqual(await places({ sort: 'headcount' }), [0, 1, 2, 3, 4, 5, 6]);
    assert.deepEqual(await places({ sort: 'receivedAt' }), [0, 1, 2, 3, 4, 5, 6]);
  });

  const filters: [query: Query, places: number[]][] = [
    [{ open: true }, [0, 1, 2, 3, 5, 6]],
    [{ open: false }, [4]],
    [{ state: 'accepted' }, [2]],
    [{ channel: 'PETITION' }, [1, 3, 5]],
    [{ intakeKind: 'REPORT' }, [3]],
    [{ areaCode: '532601002' }, [6]],
    [{ areaCode: '532622' }, []],
    [{ group: false }, [0]],
    [{ owedFrom: 300_000, owedTo: 400_000 }, [2, 3]],
    [{ receivedFrom: '2026-11-18', receivedTo: '2026-11-19' }, [5, 4]],
    [{ decided: 'accepted' }, [2]],
    [{ decided: 'refused', decidedFrom: '2026-11-20' }, [4]],
    [{ decided: 'refused', decidedTo: '2026-11-19' }, []],
    [{ due: 'overdue' }, [0]],
    [{ due: 'today' }, [1, 2]],
    [{ due: 'within1' }, [1, 2]],
    [{ due: 'within3' }, [1, 2, 3]],
    [{ due: 'later' }, [5, 6]],
    [{ due: 'none' }, [4]],
    [{ mine: true, open: true }, [2]],
    [{ pending: true }, []],
    [{ q: '刘丙' }, [2]],
    [{ q: 'lb' }, [2]],
    [{ q: '普者黑' }, [0, 1]],
    [{ q: 'pzh' }, [0, 1]],
    [{ q: '阳光花园' }, [0, 1, 2, 3, 5, 6, 4]],
    [{ q: '13900000015' }, [5]],
    [{ q: '1390000' }, []],
    [{ q: '.*' }, []],
    [{ q: '普者黑', channel: 'PETITION' }, [1]],
    [{ projectId: 'f'.repeat(24) }, []],
  ];
  for (const [query, expected] of filters) {
    it(`with ${JSON.stringify(query)} holds ${expected.length} of seven, and says so`, async () => {
      assert.deepEqual(await places(query), expected);
      assert.equal((await listed(query)).total, expected.length);
    });
  }

  it('finds a receipt as it is read out, with blanks', async () => {
    const [first] = all;
    const spaced = first?.receiptNumber.replace(/(.{4})/g, '$1 ') ?? '';
    assert.deepEqual(await places({ q: spaced }), [0]);
  });

  it('goes on page by page without losing or doubling one', async () => {
    const seen: string[] = [];
    let cursor: string | null = '';
    while (cursor !== null) {
      const page: Page<ComplaintRow> = await listed({ limit: 3, ...(cursor === '' ? {} : { cursor }) });
      assert.equal(page.total, 7);
      seen.push(...page.items.map(({ id }) => id));
      cursor = page.nextCursor;
    }
    assert.equal(new Set(seen).size, 7);
    assert.equal(seen.length, 7);
  });

  it('holds the reader’s own area only', async () => {
    assert.equal((await listed({}, 'prefectureClerk')).total, 8);
    assert.equal((await listed({}, 'leader')).total, 8);
    assert.equal((await listed({}, 'otherClerk')).total, 1);
    assert.equal((await listed({}, 'grid')).total, 0);
    assert.equal((await listed({}, 'housing')).total, 0);
    assert.equal((await as('contractor').get('/complaints')).status, 403);
    assert.equal((await as('worker').get('/complaints')).status, 403);
  });

  it('exports exactly what is filtered, names and amounts as on screen', async () => {
    const { text } = await clerk.get('/complaints/export', {
      format: 'csv',
      channel: 'PETITION',
      sort: '-owedFen',
    });
    const rows = text.trim().split('\r\n').slice(1);
    assert.deepEqual(
      rows.map((row) => row.split(',')[0]),
      [5, 3, 1].map((nth) => all[nth]?.receiptNumber),
    );
    assert.match(rows[0] ?? '', /刘己.*6000\.00/);
    assert.match(rows[1] ?? '', /举报/);
    const sheet = await clerk.get('/complaints/export');
    assert.match(String(sheet.headers['content-type']), /spreadsheetml/);
  });

  it('refuses what it cannot be asked', async () => {
    for (const query of [
      { state: 'lost' },
      { sort: 'story' },
      { due: 'soon' },
      { limit: 500 },
      { owedFrom: -1 },
      { $where: '1' },
    ])
      assert.equal(
        (await problemOf(clerk.get('/complaints', query as unknown as Query))).status,
        422,
        JSON.stringify(query),
      );
  });

  it('is read in its order from an index: nothing is sorted, nothing else is looked at', async () => {
    const explain = {
      find: 'complaints',
      filter: { $and: [{ officeCode: '532601' }, { open: true }] },
      sort: { nextDueOn: 1, _id: 1 },
      limit: 3,
    };
    const told = await mongoose.connection.db?.command({ explain, verbosity: 'queryPlanner' });
    const plan = JSON.stringify((told?.['queryPlanner'] as { winningPlan?: unknown }).winningPlan);
    assert.match(plan, /IXSCAN/);
    assert.ok(!/"SORT"|COLLSCAN/.test(plan), plan);
  });
});
