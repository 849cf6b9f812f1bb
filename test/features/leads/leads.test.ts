import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { Express } from 'express';
import request from 'supertest';
import { createApp } from '../../../server/app.ts';
import type { MessageView } from '../../../server/core/contract/complaint-moves.ts';
import type { ComplaintRow, ComplaintView } from '../../../server/core/contract/complaints.ts';
import type {
  LeadAnswer,
  LeadChanges,
  LeadPlatform,
  LeadRow,
  LeadsTaken,
} from '../../../server/core/contract/leads.ts';
import type { MachineClientOpened } from '../../../server/core/contract/machine-clients.ts';
import type { Page } from '../../../server/core/contract/page.ts';
import { plainDate } from '../../../server/core/kit/plain-date.ts';
import { LEADS_PERMISSIONS, leadsRoutes } from '../../../server/features/leads/index.ts';
import { LEADS_SHEET } from '../../../server/features/leads/leads-sheet.ts';
import { openMachineClient, resolveMachine } from '../../../server/features/machine-clients/index.ts';
import { setParameter } from '../../../server/features/parameters/index.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import { createLog } from '../../../server/platform/log.ts';
import { testConfig } from '../../support/config.ts';
import { signedRequest } from '../../support/signed-request.ts';
import {
  asPerson,
  asSystem,
  CITIZEN_ID,
  clock,
  move,
  moved,
  PEOPLE,
  stored,
  useComplaintsApp,
} from '../complaints/complaints-app.ts';

const AREA = '532601';
const MINUTE = 60_000;
const PATH = '/api/machine/leads';

describe('leads of other platforms', function () {
  this.timeout(30_000);
  const office = useComplaintsApp();
  let app: Express;
  let hotline: MachineClientOpened;
  let numbers = 0;

  const open = (leadPlatform: LeadPlatform): Promise<MachineClientOpened> =>
    openMachineClient({ name: '热线平台', purposes: ['leads'], areaCode: AREA, leadPlatform }, asSystem());

  before(async () => {
    app = createApp({
      ...{ config: testConfig(), clock, log: createLog('silent'), routes: leadsRoutes },
      ...{ permissionTables: [LEADS_PERMISSIONS], identity: [], version: '0.0.0' },
      readiness: { storeAnswers: () => Promise.resolve(true), isStopping: () => false },
      resolveActor: (req) =>
        (Reflect.get(PEOPLE, req.get('x-who') ?? '') as (typeof PEOPLE)['clerk'] | undefined) ?? {
          kind: 'anonymous',
        },
      mustFirst: () => null,
      limit: () => Promise.resolve(),
      resolveMachine: (req, purpose) => resolveMachine(req, purpose, clock.now()),
    }).app;
    hotline = await open('HOTLINE_12345');
  });

  /** Somebody nobody else is likely to be. */
  const lead = (over: object = {}) => ({
    externalNumber: `GD-${(numbers += 1)}`,
    name: '马春花',
    phone: `139${String(numbers).padStart(8, '0')}`,
    employerName: `某建筑公司${randomUUID()}`,
    owedFen: 800_000,
    payMonths: ['2026-09'],
    story: '九月的工资没有发。',
    ...over,
  });
  async function send(leads: object[], client = hotline): Promise<LeadsTaken> {
    const body = JSON.stringify({ leads });
    const answer = await signedRequest(app, { path: PATH, body, time: clock.now(), client });
    assert.equal(answer.status, 200, answer.text);
    return answer.body as LeadsTaken;
  }
  const one = async (sent: object, client = hotline): Promise<LeadAnswer> => {
    const [answer] = (await send([sent], client)).leads;
    assert.ok(answer);
    return answer;
  };
  async function complaintOf(receiptNumber: string | undefined): Promise<ComplaintView> {
    const found = await office.as('clerk').get('/complaints', { q: receiptNumber ?? '' });
    const [row] = (found.body as Page<ComplaintRow>).items;
    assert.ok(row, found.text);
    return (await office.as('clerk').get(`/complaints/${row.id}`)).body as ComplaintView;
  }
  const ask = (since?: string, client = hotline) => {
    const path = since === undefined ? PATH : `${PATH}?since=${encodeURIComponent(since)}`;
    return signedRequest(app, { method: 'get', path, time: clock.now(), client });
  };
  async function changes(since?: string, client = hotline): Promise<LeadChanges> {
    const answer = await ask(since, client);
    assert.equal(answer.status, 200, answer.text);
    return answer.body as LeadChanges;
  }
  const later = (): void => clock.set(new Date(clock.now().getTime() + MINUTE));

  it('become complaints of their platform, whose periods run from the day they reached us', async () => {
    const sent = lead();
    const answer = await one(sent);
    assert.equal(answer.outcome, 'taken', JSON.stringify(answer));
    assert.equal(answer.acceptanceDueOn, '2026-11-27');
    const complaint = await complaintOf(answer.receiptNumber);
    assert.deepEqual(
      [complaint.channel, complaint.externalNumber, complaint.receivedOn, complaint.areaCode],
      ['HOTLINE_12345', sent.externalNumber, '2026-11-20', AREA],
    );
    assert.deepEqual([complaint.complainantName, complaint.headcount], ['马春花', 1]);
  });

  it('sent again are known by their number, also when both arrive at once', async () => {
    const sent = lead();
    const both = await Promise.all([one(sent), one(sent)]);
    assert.deepEqual(both.map(({ outcome }) => outcome).sort(), ['known', 'taken']);
    assert.equal(both[0].receiptNumber, both[1].receiptNumber);
    const kept = await stored('complaints', { externalNumber: sent.externalNumber });
    assert.equal(kept.length, 1);
  });

  it('sent again with other content are a note to the office and no second complaint', async () => {
    const sent = lead();
    const { receiptNumber } = await one(sent);
    const other = { ...sent, story: '九月和十月的工资都没有发。', owedFen: 1_600_000 };
    const changed = await one(other);
    assert.deepEqual([changed.outcome, changed.receiptNumber], ['changed', receiptNumber]);
    assert.equal((await one(other)).outcome, 'known', 'the note is written once');
    const { id, unread, story } = await complaintOf(receiptNumber);
    assert.deepEqual([unread, story], [true, sent.story], 'the first words stay');
    const { items } = (await office.as('clerk').get(`/complaints/${id}/messages`)).body as Page<MessageView>;
    assert.deepEqual(
      items.map(({ text }) => [text.includes(other.story), text.includes(sent.phone)]),
      [[true, false]],
    );
  });

  it('that are wrong are told everything wrong with them, and no other lead is lost', async () => {
    const bad = lead({ citizenId: '110101199001011234', payMonths: ['2027-01'], colour: 'red', phone: '12' });
    const taken = await send([lead(), { ...bad, name: undefined }, lead({ citizenId: CITIZEN_ID })]);
    assert.deepEqual([taken.taken, taken.refused], [2, 1]);
    const fields = taken.leads[1]?.fields?.map(({ path }) => path.split('.', 1)[0]).sort();
    assert.deepEqual(fields, ['citizenId', 'colour', 'name', 'payMonths', 'phone']);
    assert.deepEqual(await stored('complaints', { externalNumber: bad.externalNumber }), []);
  });

  it('name the area, or go to that of the program; nobody sends into another one', async () => {
    const town = await one(lead({ areaCode: '532601001' }));
    assert.equal((await complaintOf(town.receiptNumber)).areaCode, '532601001');
    const unknown = await one(lead({ areaCode: '990000' }));
    assert.equal((await complaintOf(unknown.receiptNumber)).areaCode, AREA);
    const elsewhere = await one(lead({ areaCode: '532622' }));
    assert.deepEqual(
      [elsewhere.outcome, elsewhere.fields?.map(({ path }) => path)],
      ['refused', ['areaCode']],
    );
  });

  it('likely the same matter are taken all the same, and the other receipt is named', async () => {
    const first = lead();
    const { receiptNumber } = await one(first);
    const again = await one(lead({ phone: first.phone, employerName: first.employerName }));
    assert.equal(again.outcome, 'taken');
    assert.deepEqual(
      again.likely?.map((other) => other.receiptNumber),
      [receiptNumber],
    );
    assert.ok(again.likely[0]?.why.includes('samePhone'));
  });

  it('are followed by their platform alone, in its own codes, nothing twice and nothing left out', async () => {
    const national = await open('NATIONAL_PLATFORM');
    later();
    let at = (await changes()).next;
    const [a, b] = [lead(), lead()];
    const { receiptNumber } = await one(a);
    await one(b);
    assert.deepEqual((await changes(at)).items, [], 'what is just being stored waits');
    later();
    const news = await changes(at);
    assert.deepEqual(
      news.items.map(({ externalNumber, state, code }) => [externalNumber, state, code]),
      [a, b].map(({ externalNumber }) => [externalNumber, 'received', '10']),
    );
    at = news.next;
    assert.deepEqual((await changes(at)).items, []);

    const value = { accepted: { code: 'B2', words: '办理中' } };
    const from = plainDate('2026-01-01');
    await setParameter('leadCodes12345', { areaCode: AREA, value, from, source: '对接约定' }, asSystem());
    await moved(move(office.as('clerk'), await complaintOf(receiptNumber), 'accept'));
    later();
    const accepted = await changes(at);
    assert.deepEqual(accepted.items, [
      {
        ...{ externalNumber: a.externalNumber, receiptNumber, state: 'accepted' },
        ...{ code: 'B2', words: '办理中', on: '2026-11-20' },
      },
    ]);
    assert.deepEqual((await changes(undefined, national)).items, []);
    assert.equal((await ask('2026-99-99')).status, 422);
  });

  it('written down by hand with their number are followed too', async () => {
    const { next } = await changes();
    const body = { ...lead({ areaCode: AREA, headcount: 1 }), intakeKind: 'COMPLAINT', fileIds: [] };
    const hand = { ...body, channel: 'HOTLINE_12345', receivedOn: '2026-11-19' };
    assert.equal((await office.as('clerk').create('/complaints', hand)).status, 201);
    later();
    const told = (await changes(next)).items.map(({ externalNumber }) => externalNumber);
    assert.ok(told.includes(body.externalNumber));
    const sent = lead({ externalNumber: body.externalNumber });
    assert.equal((await one(sent)).outcome, 'known');
  });

  it('stand on the list of their office with the day an answer is due, and on no other office’s', async () => {
    const from = plainDate('2026-01-01');
    await setParameter('sla12345', { areaCode: AREA, value: 5, from, source: '对接约定' }, asSystem());
    const sent = lead();
    await one(sent);
    const list = async (who: string) =>
      (
        (await request(app).get('/api/leads?limit=200').set({ host: 'localhost', 'x-who': who }))
          .body as Page<LeadRow>
      ).items;
    const row = (await list('clerk')).find(({ externalNumber }) => externalNumber === sent.externalNumber);
    assert.deepEqual([row?.state, row?.replyDueOn], ['received', '2026-11-27']);
    assert.deepEqual(await list('otherClerk'), []);
  });

  it('need a program that stands for a platform', async () => {
    const none = { name: '平台', purposes: ['leads' as const], areaCode: AREA };
    await assert.rejects(openMachineClient(none, asSystem()), { code: 'invalidInput' });
  });

  describe('in a workbook', () => {
    const scope = { channel: 'HOTLINE_12333', areaCode: AREA } as const;
    const file = { fileId: 'f'.repeat(24), sha256: '0'.repeat(64), fileName: '线索.xlsx' };
    const rows = (...cells: object[]) =>
      cells.map((one, at) => ({
        row: at + 2,
        cells: { ...one, payMonths: '2026-08、2026年9月', receivedOn: '2026-11-18' },
      }));
    const kept = () => stored('complaints', { channel: 'HOTLINE_12333' });

    it('are judged row by row, and nothing is stored before it is confirmed', async () => {
      const [first, second] = [lead(), lead({ citizenId: '110101199001011234' })];
      const same = lead({ phone: first.phone });
      await one(same);
      const sheet = rows(first, second, { ...first, name: '另一人' });
      const { problems } = await LEADS_SHEET.check(sheet, scope, asPerson('clerk'));
      const found = problems.map(({ row, column, rule, level }) => [row, rule, level, column].join(' '));
      assert.deepEqual(found.sort(), [
        '2 lead.likely notice ',
        '3 lead.shape block citizenId',
        '4 lead.likely notice ',
        '4 lead.twice block externalNumber',
      ]);
      assert.match(problems.find(({ row }) => row === 2)?.link ?? '', /^\/complaints\/[0-9a-f]{24}$/);
      assert.deepEqual(await kept(), []);
    });

    it('are registered once confirmed, from the day they were received, and once only', async () => {
      const sheet = rows(lead(), lead());
      const confirm = () =>
        inTransaction(() => LEADS_SHEET.confirm(sheet, scope, { problems: [] }, asPerson('clerk'), file));
      assert.deepEqual(await confirm(), { taken: 2, known: 0, changed: 0, fileId: file.fileId });
      assert.deepEqual(await confirm(), { taken: 0, known: 2, changed: 0, fileId: file.fileId });
      const found = await kept();
      assert.deepEqual(
        found.map((one) => [one['receivedOn'], one['payMonths']]),
        [1, 2].map(() => ['2026-11-18', ['2026-08', '2026-09']]),
      );
      const { problems } = await LEADS_SHEET.check(sheet, scope, asPerson('clerk'));
      assert.deepEqual(
        problems.map(({ rule, level }) => [rule, level]),
        [1, 2].map(() => ['lead.known', 'notice']),
      );
    });

    it('of another office’s area are refused', async () => {
      await assert.rejects(LEADS_SHEET.check(rows(lead()), scope, asPerson('otherClerk')), {
        code: 'forbidden',
      });
    });
  });
});
