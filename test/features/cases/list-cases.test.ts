import assert from 'node:assert/strict';
import type { Glance } from '../../../server/core/contract/case-work.ts';
import type { CaseRow, CaseView } from '../../../server/core/contract/cases.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import { Cases } from '../../../server/features/cases/index.ts';
import { tellMerged } from '../../../server/platform/merge-listeners.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import {
  acceptedComplaint,
  after,
  asSystem,
  claimsOf,
  fileOf,
  filedCase,
  filing,
  idOf,
  move,
  ok,
  onDay,
  refusal,
  stored,
  useCasesApp,
} from './cases-app.ts';
import { png } from '../files/samples.ts';
import type { Who } from './cases-app.ts';

describe('the queue of cases', () => {
  const { as } = useCasesApp();
  /** By name: filed on 2, 3 and 20 March; the last one is closed. */
  const cases = {} as Record<'early' | 'ordered' | 'closed', CaseView>; // all filed below
  let reporter: ComplaintView;

  before(async () => {
    onDay('2026-03-02');
    cases.early = await filedCase(as, { name: '罗小妹', phone: '13900000088', owedFen: 50_000 });
    onDay('2026-03-03');
    reporter = await acceptedComplaint(as, { intakeKind: 'REPORT', name: '隐名人', phone: '13900000099' });
    const order = {
      servedOn: '2026-03-03',
      rectifyBy: '2026-03-24',
      mode: 'MAIL',
      demands: '付清',
      fileIds: [],
    };
    const filed = await ok<CaseView>(
      as('inspector').create(
        '/cases',
        filing([reporter.id], { title: '水厂工地', respondent: { name: '云岭建筑' } }),
      ),
    );
    cases.ordered = await after(as, filed, ['investigate'], ['order', order]);
    onDay('2026-03-20');
    const open = await after(as, await filedCase(as, { owedFen: 70_000 }), [
      'ask-closure',
      { code: 'NOT_FOUND', statement: '查无此事' },
    ]);
    cases.closed = await ok(move(as('head'), open, 'approve-closure'));
  });

  const ids = async (query: Record<string, string | number | boolean>, who: Who = 'inspector') => {
    const { items, total } = await ok<{ items: CaseRow[]; total: number }>(as(who).get('/cases', query));
    assert.equal(total, items.length);
    const names = Object.entries(cases).map(([name, { id }]) => [id, name] as const);
    return items.map(({ id }) => new Map(names).get(id));
  };

  it('shows what is due next first, and what has no clock last', async () => {
    assert.deepEqual(await ids({}), ['ordered', 'early', 'closed']);
    assert.deepEqual(await ids({ sort: '-filedAt' }), ['closed', 'ordered', 'early']);
    assert.deepEqual(await ids({ sort: '-owedFen' }), ['ordered', 'closed', 'early']);
  });

  const filters: [query: Record<string, string | number | boolean>, found: string[]][] = [
    [{ open: true }, ['ordered', 'early']],
    [{ open: false }, ['closed']],
    [{ state: 'ordered' }, ['ordered']],
    [{ due: 'within3' }, ['ordered']],
    [{ due: 'within1' }, []],
    [{ due: 'overdue' }, []],
    [{ due: 'later' }, ['early']],
    [{ due: 'none' }, ['closed']],
    [{ closureCode: 'NOT_FOUND' }, ['closed']],
    [{ filedFrom: '2026-03-03', filedTo: '2026-03-19' }, ['ordered']],
    [{ closedFrom: '2026-03-20', closedTo: '2026-03-20' }, ['closed']],
    [{ pending: true }, []],
    [{ pending: false }, ['ordered', 'early', 'closed']],
    [{ areaCode: '532601001' }, ['ordered', 'early', 'closed']],
    [{ areaCode: '532622' }, []],
    [{ mine: true }, ['ordered', 'early', 'closed']],
    [{ q: '云岭' }, ['ordered']],
    [{ q: 'yljz' }, ['ordered']],
    [{ q: '第 1 号' }, ['early']],
    [{ q: '罗小妹' }, ['early']],
    [{ q: 'lxm' }, ['early']],
    [{ q: '13900000088' }, ['early']],
  ];
  for (const [query, found] of filters) {
    it(`finds ${found.join(' and ') || 'nothing'} by ${JSON.stringify(query)}`, async () => {
      assert.deepEqual(await ids(query), found);
    });
  }

  it('shows an inspector his own, the prefecture’s leader everything, another county nothing', async () => {
    assert.deepEqual(await ids({ mine: true }, 'inspector3'), []);
    assert.deepEqual(await ids({ inspectorId: idOf('inspector2') }, 'head'), ['ordered', 'early', 'closed']);
    assert.deepEqual(await ids({}, 'leader'), ['ordered', 'early', 'closed']);
    assert.deepEqual(await ids({}, 'otherHead'), []);
  });

  it('tells who made a report to the two inspectors of the case and to nobody else, not by a search either', async () => {
    const { id } = cases.ordered;
    const seenBy = async (who: Who) => (await ok<CaseView>(as(who).get(`/cases/${id}`))).complaints[0];
    const known = await seenBy('inspector2');
    assert.deepEqual([known?.complainantName, known?.identityHidden], ['隐名人', false]);
    for (const who of ['inspector3', 'head', 'clerk', 'leader'] as const) {
      const hidden = await seenBy(who);
      assert.deepEqual([hidden?.complainantName, hidden?.identityHidden], [undefined, true], who);
    }
    const [own] = await claimsOf(as, { id });
    assert.deepEqual([own?.name, own?.phoneMasked], ['隐名人', '139****0099']);
    const [other] = await claimsOf(as, { id }, 'head');
    assert.deepEqual([other?.name, other?.phoneMasked, other?.identityHidden], [undefined, undefined, true]);
    for (const q of ['隐名人', 'ymr', '13900000099']) assert.deepEqual(await ids({ q }), [], q);
    const change = as('inspector3').patch(`/claims/${own?.id}`, { name: '别人' }, { 'if-match': '"v1"' });
    assert.equal(await refusal(change), '403 forbidden');
    const complaint = await ok<ComplaintView>(as('inspector2').get(`/complaints/${reporter.id}`));
    assert.equal(complaint.identityHidden, false, 'the complaint’s own page says the same');
    const outsider = await ok<ComplaintView>(as('inspector3').get(`/complaints/${reporter.id}`));
    assert.equal(outsider.identityHidden, true);
  });

  it('counts at a glance exactly what the lists hold', async () => {
    const glance = await ok<Glance>(as('leader').get('/cases/glance'));
    assert.deepEqual(glance.cases, { overdue: 0, dueToday: 0, within3: 1, open: 2, pending: 0 });
    assert.deepEqual([glance.owedFen, glance.seenFen], [50_000 + 900_001, 0]);
    assert.equal(glance.complaints.open, 2);
    onDay('2026-03-25');
    const later = await ok<Glance>(as('head').get('/cases/glance'));
    assert.equal(later.cases.overdue, 1);
    onDay('2026-03-20');
  });

  it('downloads as a table of the same rows, and the arrears sheet with masked numbers', async () => {
    const csv = (await as('head').get('/cases/export', { format: 'csv', open: true })).text;
    assert.equal(csv.trim().split('\n').length, 3);
    assert.match(csv, /云岭建筑/u);
    const sheet = (await as('head').get(`/cases/${cases.early.id}/claims/export`, { format: 'csv' })).text;
    assert.match(sheet, /罗小妹.*139\*{4}0088.*500\.00/u);
    const hidden = (await as('head').get(`/cases/${cases.ordered.id}/claims/export`, { format: 'csv' })).text;
    assert.doesNotMatch(hidden, /隐名人|0099/u);
    const book = await as('inspector').get(`/cases/${cases.early.id}/claims/export`);
    assert.match(
      String(book.headers['content-disposition']),
      /%E6%AC%A0%E8%96%AA%E6%98%8E%E7%BB%86%E8%A1%A8/u,
    );
    assert.equal(await refusal(as('leader').get(`/cases/${cases.early.id}/claims`)), '403 forbidden');
  });

  it('keeps the evidence of a case for good and shows it to the staff of the office', async () => {
    const file = await fileOf('inspector', 'document');
    const evidence = { fileIds: [file], note: '工资表复印件' };
    cases.early = await after(as, cases.early, ['add-evidence', evidence]);
    assert.deepEqual(
      cases.early.files.map(({ id }) => id),
      [file],
    );
    assert.deepEqual(cases.early.history.at(-1)?.fileIds, [file]);
    const foreign = { fileIds: [await fileOf('otherInspector')], note: '别人的' };
    assert.equal(
      await refusal(move(as('inspector'), cases.early, 'add-evidence', foreign)),
      '422 invalidInput fileIds.0',
    );
    const [row] = await stored('files', { heldBy: `case:${cases.early.id}` });
    assert.equal(String(row?._id), file);
    const photo = await as('inspector')
      .post('/files')
      .field('purpose', 'evidence')
      .attach('file', await png(), '现场.png');
    const { id } = photo.body as { id: string };
    cases.early = await after(as, cases.early, ['add-evidence', { fileIds: [id], note: '现场照片' }]);
    const opens = async (who: Who) => (await as(who).get(`/files/${id}`)).status;
    for (const who of ['inspector2', 'clerk', 'head'] as const) assert.equal(await opens(who), 200, who);
    for (const who of ['otherInspector', 'leader', 'worker'] as const)
      assert.equal(await opens(who), 404, who);
  });

  it('follows a company and a project that were merged', async () => {
    const [from, into] = ['a'.repeat(24), 'b'.repeat(24)];
    const { id } = cases.early;
    await Cases.updateOne(
      { _id: id },
      { $set: { firstPayer: { companyId: from, name: '旧名' }, companyIds: [from], projectId: from } },
    );
    await inTransaction(async () => {
      await tellMerged('company', from, into, asSystem());
      await tellMerged('project', from, into, asSystem());
    });
    const seen = await ok<CaseView>(as('head').get(`/cases/${id}`));
    assert.deepEqual([seen.parties.firstPayer, seen.projectId], [{ companyId: into, name: '旧名' }, into]);
    assert.deepEqual(await ids({ companyId: into }), ['early']);
    assert.deepEqual(await ids({ projectId: into }), ['early']);
  });
});
