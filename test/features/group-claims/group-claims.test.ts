import assert from 'node:assert/strict';
import type { CaseView } from '../../../server/core/contract/cases.ts';
import type { ComplaintView } from '../../../server/core/contract/complaints.ts';
import type { GroupInvitation, GroupView } from '../../../server/core/contract/group-claims.ts';
import type { MyComplaint } from '../../../server/core/contract/tracking.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { mergeCompany } from '../../../server/features/companies/merge-company.ts';
import { countLeaving, GroupMembers } from '../../../server/features/complaints/group-member.model.ts';
import {
  askOwnLeaving,
  changeOwnConsent,
  getOwnMembership,
} from '../../../server/features/group-claims/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { deliverTexts } from '../../support/deliver-texts.ts';
import { withoutTexts } from '../../support/without-texts.ts';
import {
  after,
  asSystem,
  claimsOf,
  clock,
  fileOf,
  idOf,
  move,
  ok,
  onDay,
  refusal,
  stored,
  told,
  WORKER_PHONE,
} from '../cases/cases-app.ts';
import {
  caseOn,
  CITIZEN,
  colleague,
  groupComplaint,
  groupOf,
  joins,
  memberOf,
  PHONES,
  seenBy,
  tokenFor,
  useGroupApp,
  word,
} from './group-app.ts';

const parameter = (value: number | Record<string, number>) => ({
  areaCode: '532601',
  from: plainDate('2020-01-01'),
  value,
  source: '文山市通知',
});
const GONE = { confirmedBy: 'phone', pressed: false, note: '电话核实，本人自愿' } as const;

describe('a group complaint that colleagues join', () => {
  const { as } = useGroupApp();
  const desk = (path: string, body: object, { version }: { version: number }) =>
    as('clerk').post(path, body, { 'if-match': `"v${version}"` });
  let complaint: ComplaintView;
  let token: string;

  before(async () => {
    await setParameter('withdrawalsInBulk', parameter({ count: 2, calendarDays: 7 }), asSystem());
    complaint = await groupComplaint(as);
    token = await tokenFor(as, complaint);
  });

  it('has a link that says nothing of anybody and cannot be guessed, for its representative alone', async () => {
    assert.match(token, /^[\w-]{43}$/u);
    const open = await ok<GroupInvitation>(as('nobody').get(`/public/groups/${token}`));
    assert.deepEqual(open, {
      isOpen: true,
      officeName: open.officeName,
      employerName: '文山建工集团有限公司',
      projectName: '阳光花园二期',
      site: '阳光花园二期三号楼',
      payMonths: ['2025-12', '2026-01'],
      receivedOn: '2026-03-02',
    });
    assert.equal(await refusal(as('nobody').get(`/public/groups/${'x'.repeat(43)}`)), '404 notFound');
    await assert.rejects(seenBy('stranger', complaint.receiptNumber), { code: 'notFound' });
    const [kept] = await stored('complaintGroups', { _id: complaint.id });
    assert.ok(kept !== undefined && !JSON.stringify(kept).includes(token));
  });

  it('a colleague whom others named takes his line over: his own word counts, theirs stays beside it', async () => {
    const own = await joins('liu', word(token, '刘一', 1_200_000, { citizenId: CITIZEN }));
    assert.deepEqual([own.state, own.owedFen, own.consents], ['joined', 1_200_000, true]);
    const group = await groupOf(as, complaint);
    assert.deepEqual(
      group.named.map(({ name, owedFen }) => [name, owedFen]),
      [['陈二', 800_000]],
    );
    const liu = memberOf(group, '刘一');
    assert.deepEqual(
      [liu.wasNamed, liu.said, liu.doubt, liu.phoneMasked],
      [true, { payMonths: ['2026-01'], owedFen: 900_000 }, undefined, '138****0012'],
    );
    const [kept] = await stored('groupMembers');
    assert.ok(!/刘一|13800000012|11010519491231002X/u.test(JSON.stringify(kept)));
  });

  it('a second join of the same person is harmless, whatever it says it puts right his word alone', async () => {
    const first = memberOf(await groupOf(as, complaint), '刘一');
    const again = await joins('liu', word(token, '刘一', 1_200_000, { citizenId: CITIZEN }));
    assert.deepEqual([again.id, again.version], [first.id, first.version]);
    const right = await joins('liu', word(token, '刘一', 1_100_000));
    assert.deepEqual([right.id, right.owedFen], [first.id, 1_100_000]);
    const group = await groupOf(as, complaint);
    assert.deepEqual([group.counts.joined, memberOf(group, '刘一').said?.owedFen], [1, 900_000]);
  });

  it('is no longer ended by one for all, and who filed it is told why', async () => {
    const path = `/my/complaints/${complaint.receiptNumber}`;
    assert.ok(!(await ok<MyComplaint>(as('worker').get(path))).actions.includes('askWithdrawal'));
    const wish = as('worker').create(`${path}/withdrawal`, { reason: '不要了' });
    assert.equal(await refusal(wish), '409 groupHasMembers');
    const seen = await ok<ComplaintView>(as('clerk').get(`/complaints/${complaint.id}`));
    assert.ok(!seen.actions.includes('merge') && !seen.actions.includes('askWithdrawal'));
  });

  it('its representative sees how many joined and agreed, and the names of those who let him', async () => {
    await joins('zhao', word(token, '赵四', 700_000, { consents: false, shownToRepresentative: true }));
    const res = await as('worker').get(`/my/groups/${complaint.receiptNumber}`);
    const { counts, names, link } = res.body as Awaited<ReturnType<typeof seenBy>>;
    assert.deepEqual([counts, names], [{ joined: 2, consenting: 1, left: 0 }, ['赵四']]);
    assert.deepEqual([link?.path, link?.madeOn], [`/j/${token}`, '2026-03-02']);
    assert.doesNotMatch(res.text, /刘一|1100000|700000|138000000/u);
  });

  it('its case carries each with his own word, and each who joined is told once', async () => {
    const view = await caseOn(as, complaint);
    const claims = await claimsOf(as, view);
    assert.deepEqual(
      claims.map(({ name, owedFen, isMember, toCheck }) => [name, owedFen, isMember, toCheck]),
      [
        ['陈二', 800_000, false, false],
        ['刘一', 1_100_000, true, false],
        ['赵四', 700_000, true, false],
      ],
    );
    assert.deepEqual(
      (await told('caseFiled')).map(({ to }) => to),
      [WORKER_PHONE, PHONES.liu, PHONES.zhao],
    );
    const own = await getOwnMembership(
      memberOf(await groupOf(as, complaint), '刘一').id,
      await colleague('liu'),
    );
    assert.deepEqual(own.money, { owedFen: 1_100_000, seenFen: 0, state: 'open' });
    assert.ok(own.steps.some(({ step }) => step === 'caseFiled'));
  });

  it('who joins after the filing comes to the sheet visibly new, until the inspector has looked', async () => {
    const { caseId = '' } = await ok<ComplaintView>(as('clerk').get(`/complaints/${complaint.id}`));
    await joins('qian', word(token, '钱五', 600_000));
    await joins('chen', word(token, '陈二', 850_000));
    const find = async (who: string) => (await claimsOf(as, { id: caseId })).find(({ name }) => name === who);
    const late = await find('钱五');
    assert.deepEqual([late?.owedFen, late?.toCheck], [600_000, true]);
    const named = await find('陈二');
    assert.deepEqual([named?.owedFen, named?.toCheck, named?.isMember], [850_000, true, true]);
    const check = () =>
      as('inspector').post(`/claims/${late?.id}/check`, {}, { 'if-match': `"v${late?.version}"` });
    await ok(check());
    assert.equal((await find('钱五'))?.toCheck, false);
    assert.equal(await refusal(check()), '412 staleVersion');
    const { history, headcount } = await ok<CaseView>(as('inspector').get(`/cases/${caseId}`));
    assert.deepEqual([history.filter(({ action }) => action === 'memberJoined').length, headcount], [2, 4]);
  });

  it('one who leaves is asked back first, and the head hears of one who is pressed and of many', async () => {
    const own = memberOf(await groupOf(as, complaint), '赵四');
    const wish = { reason: '班组长让我退', pressed: true };
    await assert.rejects(askOwnLeaving(own.id, wish, await colleague('liu')), { code: 'notFound' });
    const asked = await askOwnLeaving(own.id, wish, await colleague('zhao'));
    assert.deepEqual([asked.state, asked.leaving?.confirmableOn], ['leaving', '2026-03-03']);
    assert.equal((await askOwnLeaving(own.id, wish, await colleague('zhao'))).version, asked.version);
    assert.equal(await refusal(desk(`/members/${own.id}/confirm-leaving`, GONE, asked)), '409 conflict');
    const heads = [idOf('both'), idOf('head')].sort();
    const heard = async (template: string) => (await told(template)).map(({ to }) => to).sort();
    assert.deepEqual([await heard('groupMemberPressed'), await heard('withdrawalsInBulk')], [heads, []]);
    const chen = memberOf(await groupOf(as, complaint), '陈二');
    const group = await ok<GroupView>(
      desk(`/members/${chen.id}/ask-leaving`, { reason: '来电说要退' }, chen),
    );
    assert.deepEqual(await heard('withdrawalsInBulk'), heads);
    const doubt = desk(`/members/${chen.id}/doubt-leaving`, { reason: '本人否认' }, memberOf(group, '陈二'));
    assert.equal(memberOf(await ok<GroupView>(doubt), '陈二').state, 'joined');
  });

  it('once it is confirmed his claim alone ends: it is kept, marked, and neither paid nor waited for', async () => {
    onDay('2026-03-03');
    const own = memberOf(await groupOf(as, complaint), '赵四');
    const forbidden = as('head').post(`/members/${own.id}/confirm-leaving`, GONE, { 'if-match': '"v1"' });
    assert.equal(await refusal(forbidden), '403 forbidden');
    const left = await ok<GroupView>(desk(`/members/${own.id}/confirm-leaving`, GONE, own));
    assert.deepEqual([left.counts.left, left.counts.joined], [1, 3]);
    const { caseId = '' } = await ok<ComplaintView>(as('clerk').get(`/complaints/${complaint.id}`));
    let view = await ok<CaseView>(as('inspector').get(`/cases/${caseId}`));
    assert.deepEqual(view.unpaid, { people: 3, fen: 2_550_000, left: 1 });
    assert.deepEqual(
      (await told('groupMemberLeft')).map(({ to }) => to),
      [PHONES.zhao],
    );
    const claims = await claimsOf(as, view);
    assert.equal(claims.find(({ name }) => name === '赵四')?.state, 'left');
    const rows = claims
      .filter(({ state }) => state === 'open')
      .map(({ id, owedFen }) => ({ claimId: id, fen: owedFen }));
    const pay = { rows, paidOn: '2026-03-03', means: 'BANK_CREDIT', fileIds: [await fileOf('inspector')] };
    view = await after(
      as,
      view,
      ['record-payment', pay],
      ['investigate'],
      ['ask-closure', { code: 'PAID', statement: '付清' }],
    );
    assert.deepEqual(view.unpaid, { people: 0, fen: 0, left: 1 });
    await ok(move(as('head'), view, 'approve-closure'));
    const told1 = (await told('caseClosed')).map(({ to }) => to).sort();
    assert.deepEqual(told1, [WORKER_PHONE, PHONES.liu, PHONES.chen, PHONES.qian].sort());
    const liu = memberOf(await groupOf(as, complaint), '刘一');
    const ended = await getOwnMembership(liu.id, await colleague('liu'));
    assert.deepEqual([ended.money?.state, ended.actions], ['paid', []]);
    await assert.rejects(joins('stranger', word(token, '孙六', 1)), { code: 'groupEnded' });
  });

  it('of one who left and whom no message tells the head hears, beside whoever wrote it down', async () => {
    const other = await groupComplaint(as, { externalNumber: 'G-untold' });
    await joins('zhao', word(await tokenFor(as, other), '赵四', 5));
    const heard = async () => (await told('groupMemberLeftUntold')).map(({ to }) => to).sort();
    assert.deepEqual(await heard(), [], 'whoever left before was told himself');
    const joined = memberOf(await groupOf(as, other), '赵四');
    const wish = desk(`/members/${joined.id}/ask-leaving`, { reason: '来电说要退' }, joined);
    const asked = memberOf(await ok<GroupView>(wish), '赵四');
    onDay('2026-03-10');
    const confirm = () => ok(desk(`/members/${joined.id}/confirm-leaving`, GONE, asked));
    await withoutTexts(async () => void (await confirm()));
    assert.deepEqual(await heard(), [idOf('both'), idOf('head')].sort());
    onDay('2026-03-03');
  });

  it('the head hears of a member who left and whose message never arrived', async () => {
    const other = await groupComplaint(as, { externalNumber: 'G-undelivered' });
    await joins('zhao', word(await tokenFor(as, other), '赵四', 5));
    const heard = async () => (await told('groupMemberLeftUntold')).length;
    await deliverTexts(clock.now(), 202); // to those who left before
    const before = await heard();
    const joined = memberOf(await groupOf(as, other), '赵四');
    const wish = desk(`/members/${joined.id}/ask-leaving`, { reason: '来电说要退' }, joined);
    const asked = memberOf(await ok<GroupView>(wish), '赵四');
    onDay('2026-03-10');
    await ok(desk(`/members/${joined.id}/confirm-leaving`, GONE, asked));
    assert.equal((await heard()) - before, 0, 'a message is on its way');
    await deliverTexts(clock.now(), 422);
    assert.equal((await heard()) - before, 2, 'both heads');
    onDay('2026-03-03');
  });

  it('consent is each one’s own, and may be taken back', async () => {
    const other = await groupComplaint(as, { externalNumber: 'G-consent' });
    const own = await joins('liu', word(await tokenFor(as, other), '刘一', 5));
    const said = { consents: false, shownToRepresentative: false };
    const changed = await changeOwnConsent(own.id, said, await colleague('liu'));
    assert.deepEqual([changed.consents, (await groupOf(as, other)).counts.consenting], [false, 0]);
    await assert.rejects(changeOwnConsent(own.id, said, await colleague('zhao')), { code: 'notFound' });
  });

  it('who knows no more than a citizen number takes nobody’s line, and nobody is two members', async () => {
    const other = await groupComplaint(as, { externalNumber: 'G-other-phone' });
    const link = await tokenFor(as, other);
    const liar = await joins('stranger', word(link, '刘一', 1, { citizenId: CITIZEN }));
    const view = await caseOn(as, other);
    const line = async () => (await claimsOf(as, view)).filter(({ name }) => name === '刘一');
    assert.deepEqual(
      (await line()).map(({ owedFen, phoneMasked, toCheck }) => [owedFen, phoneMasked, toCheck]),
      [[900_000, '138****0012', true]],
    );
    assert.equal(liar.money, undefined);
    assert.equal((await getOwnMembership(liar.id, await colleague('stranger'))).money, undefined);
    assert.equal(memberOf(await groupOf(as, other), '刘一').doubt, 'otherPhone');
    await joins('liu', word(link, '刘一', 950_000, { citizenId: CITIZEN }));
    const group = await groupOf(as, other);
    assert.deepEqual(
      group.members.map(({ doubt }) => doubt),
      ['sameCitizenId', undefined],
    );
    assert.deepEqual([(await line()).length, group.counts.joined], [1, 1]);
  });

  it('as many speak for it as the area allows, one where it has set nothing', async () => {
    const other = await groupComplaint(as, { externalNumber: 'G-speakers' });
    const own = await joins('zhao', word(await tokenFor(as, other), '赵四', 7));
    const change = (seen: GroupView, body: object) =>
      desk(`/complaints/${other.id}/group/representatives`, body, seen);
    const name = { memberId: own.id, represents: true, reason: '工友推举' };
    assert.equal(await refusal(change(await groupOf(as, other), name)), '409 tooManyRepresentatives');
    await setParameter('groupRepresentativesMax', parameter(2), asSystem());
    const two = await ok<GroupView>(change(await groupOf(as, other), name));
    assert.deepEqual(
      [two.representatives, two.most, memberOf(two, '赵四').isRepresentative],
      [2, { count: 2, isSet: true }, true],
    );
    assert.equal((await seenBy('zhao', other.receiptNumber)).counts.joined, 1);
    const one = await ok<GroupView>(change(two, { represents: false, reason: '本人不再代表' }));
    assert.equal(one.complainant.isRepresentative, false);
    assert.equal(await refusal(as('worker').get(`/my/groups/${other.receiptNumber}`)), '404 notFound');
    await ok(desk(`/complaints/${other.id}/group/revoke-link`, { reason: '链接外传' }, one));
    assert.equal((await seenBy('zhao', other.receiptNumber)).link, undefined);
  });

  it('a link opens as long as the area says, and a new one ends the one before', async () => {
    await setParameter('groupLinkDays', parameter(3), asSystem());
    const other = await groupComplaint(as, { externalNumber: 'G-days' });
    const first = await tokenFor(as, other);
    const second = await tokenFor(as, other);
    assert.equal(await refusal(as('nobody').get(`/public/groups/${first}`)), '404 notFound');
    onDay('2026-03-06');
    assert.equal((await ok<GroupInvitation>(as('nobody').get(`/public/groups/${second}`))).isOpen, true);
    onDay('2026-03-07');
    assert.equal((await ok<GroupInvitation>(as('nobody').get(`/public/groups/${second}`))).isOpen, false);
    await assert.rejects(joins('liu', word(second, '刘一', 5)), { code: 'notFound' });
    onDay('2026-03-03');
  });

  it('of a report nobody makes a link, and another county finds no group at all', async () => {
    const report = await groupComplaint(as, { externalNumber: 'G-report', intakeKind: 'REPORT' });
    assert.equal(
      await refusal(as('worker').create(`/my/groups/${report.receiptNumber}/link`, {})),
      '404 notFound',
    );
    assert.equal(
      await refusal(as('otherInspector').get(`/complaints/${complaint.id}/group`)),
      '404 notFound',
    );
  });

  it('who wishes to leave counts against the company that stands for a merged one', async () => {
    const member = await GroupMembers.findOne({ 'leaving.askedOn': { $exists: true } }).lean();
    const from = await createCompany({ name: '文山重名劳务有限公司', areaCode: '532601' }, asSystem());
    const into = await createCompany({ name: '文山劳务有限公司', areaCode: '532601' }, asSystem());
    await GroupMembers.updateOne({ _id: member?._id }, { $set: { employerKey: `id:${from.id}` } });
    await mergeCompany(from.id, 1, { intoId: into.id, reason: '重复登记' }, asSystem());
    const count = (id: string) => countLeaving(`id:${id}`, member?.officeCode ?? '', plainDate('2026-01-01'));
    assert.deepEqual([await count(from.id), await count(into.id)], [0, 1]);
  });
});
