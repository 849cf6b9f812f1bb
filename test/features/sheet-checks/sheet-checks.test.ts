import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { readXlsx } from 'hucre/xlsx';
import type { Problem } from '../../../server/core/contract/errors.ts';
import type { FileView } from '../../../server/core/contract/files.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import type { SheetCheckView, SheetProblem } from '../../../server/core/contract/sheet-checks.ts';
import { defineSheetKind, problem, startSheetCheck } from '../../../server/features/sheet-checks/index.ts';
import { insertCheck } from '../../../server/features/sheet-checks/sheet-check.model.ts';
import { sheetKind } from '../../../server/features/sheet-checks/sheet-kinds.ts';
import type { Scope, SheetKind } from '../../../server/features/sheet-checks/sheet-kinds.ts';
import { appendEvent } from '../../../server/platform/audit/index.ts';
import { Events } from '../../../server/platform/audit/event.models.ts';
import type { Ctx } from '../../../server/platform/context.ts';
import { systemCtx } from '../../../server/platform/context.ts';
import { DEMO_PASSWORD } from '../../../seeds/people.ts';
import { runSeeds } from '../../../seeds/run-seeds.ts';
import type { Agent, TestApp } from '../../support/app.ts';
import { startTestApp } from '../../support/app.ts';
import { demoAccount } from '../../support/demo-accounts.ts';
import { eventually } from '../../support/eventually.ts';
import { useStore } from '../../support/store.ts';
import { COLUMNS, GOOD_ROW, sheetOf } from '../../platform/workbooks-sample.ts';

const KIND = 'transactions';
const RUNS_TO = { rows: [GOOD_ROW, GOOD_ROW] };

/** What the kind of these tests does; each test sets what it needs. */
const play = { strangers: [] as string[], confirmFails: false };

/** A kind of its own: it knows some names as strangers and records one event when a sheet is confirmed. */
const OWN_KIND: SheetKind<{ month: string }> = {
  kind: KIND,
  columns: COLUMNS,
  maxRows: 10_000,
  check: (rows) =>
    Promise.resolve({
      problems: rows
        .filter(({ cells }) => play.strangers.includes(String(cells['name'])))
        .map(({ row }) => problem(row, 'name', 'person.known', 'block', '不在花名册上', 'Not on the roster')),
    }),
  confirm: async (rows, scope, _findings, ctx, file) => {
    const subject = 'project:0123456789abcdef01234567';
    const facts = { rows: rows.length, month: scope.month, sha256: file.sha256 };
    await appendEvent({ subject, areaCode: '532601', action: 'sheet.stored', facts }, ctx);
    if (play.confirmFails) throw new Error('the second half failed');
    return { people: rows.length, month: scope.month };
  },
};

describe('checking a workbook before anything of it is kept', function () {
  this.timeout(30_000);
  useStore({ emptyBefore: 'all' });
  let test: TestApp;
  let owner: Agent;
  let other: Agent;
  let ctx: Ctx;
  let earlier = 0;
  let before_: SheetKind<Scope> | undefined;

  before(async () => {
    try {
      before_ = sheetKind(KIND);
    } catch {
      before_ = undefined; // nobody reads this kind in this process
    }
    defineSheetKind(OWN_KIND);
    test = startTestApp();
    const at = { now: test.clock.now(), today: test.clock.today() };
    await runSeeds({ ctx: systemCtx('seeds', at), demo: true, regionCode: '5326' });
    owner = await test.signIn(demoAccount('contractor').login, DEMO_PASSWORD);
    other = await test.signIn('inspector', DEMO_PASSWORD);
    const session = await owner.get('/api/session');
    const { id, name, grants } = (session.body as { user: { id: string; name: string; grants: [] } }).user;
    const actor = { kind: 'user' as const, userId: id, name, grants, sessionId: 's' };
    ctx = { ...at, actor, grants, requestId: 'r', ip: '' };
  });
  after(() => {
    if (before_ !== undefined) defineSheetKind(before_);
  });
  beforeEach(async () => {
    Object.assign(play, { strangers: [], confirmFails: false });
    earlier = await Events.countDocuments({ action: 'sheet.stored' });
  });

  /** How many sheets were stored in this test: events are never removed. */
  const stored = async () => (await Events.countDocuments({ action: 'sheet.stored' })) - earlier;

  async function upload(agent: Agent, bytes: Buffer): Promise<string> {
    const sent = await agent
      .post('/api/files')
      .set('idempotency-key', randomUUID())
      .field('purpose', 'rosterWorkbook')
      .attach('file', bytes, `${randomUUID()}.xlsx`);
    assert.ok(sent.status < 300, sent.text);
    return (sent.body as FileView).id;
  }

  async function checked(bytes: Buffer): Promise<SheetCheckView> {
    const started = await startSheetCheck(KIND, { month: '2026-10' }, await upload(owner, bytes), ctx);
    assert.equal(started.state, 'reading');
    return eventually(
      'the check ends',
      async () => {
        const { body } = await owner.get(`/api/sheet-checks/${started.id}`).expect(200);
        const view = body as SheetCheckView;
        return view.state === 'reading' ? null : view;
      },
      15_000,
    );
  }

  const confirm = (id: string, agent = owner) => agent.post(`/api/sheet-checks/${id}/confirm`).send({});

  it('a sheet without faults can be confirmed, and is stored once however often that is asked', async () => {
    const view = await checked(sheetOf(...RUNS_TO.rows));
    assert.deepEqual(
      [view.state, view.rows, view.blocking, view.notices, view.canConfirm, view.problems],
      ['checked', 2, 0, 0, true, []],
    );
    assert.deepEqual(view.progress, { done: 2, total: 2 });
    assert.equal(await stored(), 0);
    const answers = await Promise.all([confirm(view.id), confirm(view.id)]);
    for (const { status, body, text } of [...answers, await confirm(view.id)]) {
      assert.equal(status, 200, text);
      const { state, result, canConfirm } = body as SheetCheckView;
      assert.deepEqual([state, canConfirm, result], ['confirmed', false, { people: 2, month: '2026-10' }]);
    }
    assert.equal(await stored(), 1);
  });

  it('all faults come at once, in the order of the sheet, countable and narrowed by rule and level', async () => {
    play.strangers = ['李四'];
    const stranger = ['李四', ...GOOD_ROW.slice(1)];
    const unpaid = GOOD_ROW.map((value, at) => (at === 4 ? '五千' : value));
    const view = await checked(
      sheetOf(GOOD_ROW, unpaid, stranger, ...Array.from({ length: 450 }, () => stranger)),
    );
    assert.deepEqual([view.blocking, view.notices, view.canConfirm], [452, 0, false]);
    assert.deepEqual(view.rules, [
      { rule: 'person.known', level: 'block', count: 451 },
      { rule: 'cell.amount', level: 'block', count: 1 },
    ]);
    assert.deepEqual(
      view.problems.slice(0, 2).map(({ row, column, rule }) => [row, column, rule]),
      [
        [3, 'netFen', 'cell.amount'],
        [4, 'name', 'person.known'],
      ],
    );
    assert.equal(view.problems.length, 200);
    const rows: number[] = [];
    for (let cursor: string | null = '0'; cursor !== null;) {
      const path = `/api/sheet-checks/${view.id}/problems?limit=190&cursor=${cursor}`;
      const { items, nextCursor, total } = (await owner.get(path)).body as Page<SheetProblem>;
      rows.push(...items.map(({ row }) => row));
      assert.equal(total, 452);
      cursor = nextCursor;
    }
    assert.deepEqual(
      rows,
      Array.from({ length: 452 }, (_, at) => at + 3),
    );
    const narrowed = await owner.get(`/api/sheet-checks/${view.id}/problems?rule=cell.amount&level=block`);
    assert.deepEqual(
      (narrowed.body as Page<SheetProblem>).items.map(({ row }) => row),
      [3],
    );
    assert.equal((narrowed.body as Page<SheetProblem>).total, 1);
  });

  it('the sender gets his own workbook back with the faulty cells marked', async () => {
    const view = await checked(
      sheetOf(
        GOOD_ROW,
        GOOD_ROW.map((value, at) => (at === 4 ? null : value)),
      ),
    );
    const answer = await owner.get(`/api/sheet-checks/${view.id}/marked`).responseType('blob');
    assert.equal(answer.status, 200);
    assert.match(String(answer.headers['content-disposition']), /attachment/);
    const { sheets } = await readXlsx(answer.body as Buffer);
    assert.equal(sheets[0]?.rows[2]?.[8], '“实发工资（元）”没有填写');
  });

  it('what blocks at the moment of confirming is shown, and nothing is stored', async () => {
    const view = await checked(sheetOf(GOOD_ROW));
    play.strangers = ['张三'];
    const refused = await confirm(view.id);
    assert.deepEqual([refused.status, (refused.body as Problem).code], [409, 'sheetBlocked']);
    assert.equal(await stored(), 0);
    const { body } = await owner.get(`/api/sheet-checks/${view.id}`);
    const now = body as SheetCheckView;
    assert.deepEqual([now.state, now.canConfirm, now.problems[0]?.rule], ['checked', false, 'person.known']);
    play.strangers = [];
    assert.equal((await confirm(view.id)).status, 200);
  });

  it('a confirm that fails half-way leaves nothing behind and can be asked again', async () => {
    const view = await checked(sheetOf(GOOD_ROW));
    play.confirmFails = true;
    assert.equal((await confirm(view.id)).status, 500);
    assert.equal(await stored(), 0);
    play.confirmFails = false;
    assert.equal((await confirm(view.id)).status, 200);
    assert.equal(await stored(), 1);
  });

  it('a workbook that cannot be read says why and cannot be confirmed', async () => {
    const formulas = GOOD_ROW.map(() => '<f>A1</f><v>1</v>');
    const view = await checked(sheetOf(...Array.from({ length: 60 }, () => formulas)));
    assert.deepEqual([view.state, view.failure?.code, view.canConfirm], ['failed', 'formulas', false]);
    assert.match(view.failure?.zh ?? '', /480 个公式.*A2.*粘贴为数值/);
    assert.equal((await confirm(view.id)).status, 409);
  });

  it('a check whose reader was killed is told as cut off and does not stay “reading”', async () => {
    const { _id } = await insertCheck({
      kind: KIND,
      scope: '{}',
      fileId: 'f'.repeat(24),
      sha256: '0'.repeat(64),
      fileName: 'a.xlsx',
      startedBy: ctx.actor.kind === 'user' ? ctx.actor.userId : '',
      state: 'reading',
      done: 500,
      rows: 0,
      blocking: 0,
      notices: 0,
      rules: [],
      createdAt: ctx.now,
      aliveAt: new Date(ctx.now.getTime() - 21_000),
      expiresAt: new Date(ctx.now.getTime() + 86_400_000),
    });
    const { body } = await owner.get(`/api/sheet-checks/${String(_id)}`);
    const view = body as SheetCheckView;
    assert.deepEqual([view.state, view.failure?.code, view.canConfirm], ['failed', 'again', false]);
    assert.equal((await confirm(String(_id))).status, 409);
  });

  it('nobody but who started a check sees or confirms it', async () => {
    const view = await checked(sheetOf(GOOD_ROW));
    for (const path of ['', '/problems', '/marked'])
      assert.equal((await other.get(`/api/sheet-checks/${view.id}${path}`)).status, 404, path);
    assert.equal((await confirm(view.id, other)).status, 404);
    assert.equal(await stored(), 0);
  });

  it('a check starts only from a workbook of one’s own', async () => {
    const foreign = await upload(other, sheetOf(GOOD_ROW));
    await assert.rejects(startSheetCheck(KIND, { month: '2026-10' }, foreign, ctx), { code: 'notFound' });
  });

  it('one person reads no more than three workbooks at once', async () => {
    const file = await upload(owner, sheetOf(...Array.from({ length: 1_000 }, () => GOOD_ROW)));
    const start = () => startSheetCheck(KIND, { month: '2026-10' }, file, ctx);
    const started = [await start(), await start(), await start()];
    await assert.rejects(start(), { code: 'tooManyRequests' });
    await eventually(
      'all are read',
      async () => {
        const views = await Promise.all(started.map(({ id }) => owner.get(`/api/sheet-checks/${id}`)));
        return views.every(({ body }) => (body as SheetCheckView).state === 'checked');
      },
      20_000,
    );
    assert.equal((await start()).state, 'reading');
  });
});
