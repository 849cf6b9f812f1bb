import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import mongoose from 'mongoose';
import type { ComplaintFiled } from '../../../server/core/contract/complaint-intake.ts';
import { fen } from '../../../server/core/kit/money.ts';
import { payMonth } from '../../../server/core/kit/plain-date.ts';
import { isReceiptNumber } from '../../../server/core/kit/receipt-number.ts';
import {
  fileComplaint,
  getAnonymousReport,
  isReceiptSignature,
} from '../../../server/features/complaints/index.ts';
import { createCompany } from '../../../server/features/companies/index.ts';
import { createProject } from '../../../server/features/projects/index.ts';
import { inTransaction } from '../../../server/platform/db.ts';
import type { Who } from './complaints-app.ts';
import {
  asSystem,
  CITIZEN_ID,
  FORM,
  LEAD,
  made,
  messages,
  problemOf,
  registered,
  stored,
  useComplaintsApp,
  WORKER_PHONE,
} from './complaints-app.ts';

const { name: _name, intakeKind: _kind, fileIds: _files, ...REPORT } = FORM;

describe('a complaint comes in', () => {
  const { as, workerCtx } = useComplaintsApp();

  it('gives the worker a receipt with check digit and signature, his office and the day of acceptance', async () => {
    const filed = await made(as('worker').create('/my/complaints', { ...FORM, citizenId: CITIZEN_ID }));
    assert.match(filed.receiptNumber, /^5326012026\d{5}\d$/);
    assert.ok(isReceiptNumber(filed.receiptNumber));
    assert.equal(filed.officeName, '文山市人力资源和社会保障局');
    assert.equal(filed.receivedOn, '2026-11-20');
    assert.equal(filed.acceptanceDueOn, '2026-11-27');
    const [, number = '', signature = ''] = /^\/r\/(\d+)\?s=([\w-]+)$/.exec(filed.receiptPath) ?? [];
    assert.equal(number, filed.receiptNumber);
    assert.ok(isReceiptSignature(number, signature));
    assert.ok(!isReceiptSignature(`${number}0`, signature));
    const [kept] = await stored('complaints', { receiptNumber: number });
    assert.ok(!JSON.stringify(kept).includes('张大山'));
    assert.equal(kept?.['isGroup'], true);
    assert.ok(!JSON.stringify(kept).includes(WORKER_PHONE));
    assert.ok(!JSON.stringify(kept).includes(CITIZEN_ID));
    assert.deepEqual(
      (await messages()).map(({ template, to }) => ({ template, to })),
      [{ template: 'complaintReceived', to: WORKER_PHONE }],
    );
    const [event] = await stored('events', { subject: `complaint:${String(kept?._id)}` });
    assert.equal(event?.['action'], 'complaint.file');
    assert.ok(!JSON.stringify(event?.['facts']).includes('张大山'));
  });

  it('takes dots and blanks alone for no name', async () => {
    for (const name of ['·', ' • · ', '\u0387'])
      assert.equal((await as('worker').create('/my/complaints', { ...FORM, name })).status, 422, name);
    await made(as('worker').create('/my/complaints', { ...FORM, name: '阿依古丽·买买提' }));
  });

  it('is filed once however often the phone sends it, and a key serves for one content only', async () => {
    const key = randomUUID();
    const sent = await Promise.all([1, 2, 3].map(() => as('worker').create('/my/complaints', FORM, key)));
    const numbers = new Set(sent.map((res) => (res.body as ComplaintFiled).receiptNumber));
    assert.deepEqual([...new Set(sent.map((res) => res.status))], [201]);
    assert.equal(numbers.size, 1);
    assert.equal((await stored('complaints', { receiptNumber: [...numbers][0] })).length, 1);
    const other = await problemOf(as('worker').create('/my/complaints', { ...FORM, headcount: 4 }, key));
    assert.equal(other.code, 'idempotencyKeyReused');
  });

  it('knows a firm chosen off the board of the site by its record, and any other name as it was said', async () => {
    const company = { name: '文山清河劳务有限公司', areaCode: '532601' };
    const { id } = await createCompany(company, asSystem());
    const project = await createProject(
      {
        ...{ name: '清河安居工程', areaCode: '532601001', site: '清河路 3 号', state: 'building' },
        parties: [{ role: 'labourSubcontractor', companyId: id }],
      },
      asSystem(),
    );
    const { projectName: _free, ...form } = FORM;
    const from = async (employerName: string) => {
      const body = { ...form, projectCode: project.code, employerName };
      const { receiptNumber } = await made(as('worker').create('/my/complaints', body));
      return (await stored('complaints', { receiptNumber }))[0];
    };
    const chosen = await from(company.name);
    assert.equal(chosen?.['employerId'], id);
    assert.equal(chosen?.['employerKey'], `id:${id}`);
    const said = await from('清河的包工头');
    assert.equal(said?.['employerId'], undefined);
    assert.equal(said?.['employerName'], '清河的包工头');
  });

  it('gives every one of many that arrive together the next number, whatever else arrives with them', async () => {
    const running = (receiptNumber: string): number => Number(receiptNumber.slice(10, -1));
    const before = running((await made(as('worker').create('/my/complaints', FORM))).receiptNumber);
    const nowhere = { ...FORM, areaCode: '532601999' };
    const sent = await Promise.all(
      Array.from({ length: 14 }, (_, at) =>
        as('otherWorker').create('/my/complaints', at % 7 === 3 ? nowhere : { ...FORM, headcount: 20 + at }),
      ),
    );
    assert.deepEqual(
      sent.map(({ status }) => status),
      Array.from({ length: 14 }, (_, at) => (at % 7 === 3 ? 422 : 201)),
    );
    const filed = sent.flatMap(({ status, body }) => (status === 201 ? [body as ComplaintFiled] : []));
    assert.deepEqual(
      filed.map((one) => running(one.receiptNumber)).sort((one, other) => one - other),
      filed.map((_, at) => before + 1 + at),
    );
    for (const [at, { receiptNumber }] of filed.entries()) {
      const [kept, ...more] = await stored('complaints', { receiptNumber });
      assert.deepEqual(
        [kept?.['headcount'], more],
        [[20, 21, 22, 24, 25, 26, 27, 28, 29, 31, 32, 33][at], []],
      );
    }
  });

  it('draws one number although its transaction has to run again, and another for another submission', async () => {
    const [form, ctx] = [
      { ...FORM, payMonths: [payMonth('2026-09')], owedFen: fen(1), fileIds: [] },
      workerCtx('worker'),
    ];
    let attempts = 0;
    const first = await inTransaction(async () => {
      const filed = await fileComplaint(form, ctx);
      attempts += 1;
      if (attempts > 1) return filed;
      const conflict = new mongoose.mongo.MongoServerError({ message: 'write conflict', code: 112 });
      conflict.addErrorLabel('TransientTransactionError');
      throw conflict;
    });
    const second = await fileComplaint(form, ctx);
    const running = ({ receiptNumber }: ComplaintFiled): number => Number(receiptNumber.slice(10, -1));
    assert.equal(attempts, 2);
    assert.equal(running(second), running(first) + 1);
    const [counter] = await stored('receiptCounters', { _id: '5326012026' });
    assert.equal(counter?.['last'], running(second));
  });

  it('keeps nothing of whoever reports without a name, and shows the tracking code once', async () => {
    const filed = await made(
      as('nobody').create('/public/reports', { ...REPORT, contact: '微信 wenshan01' }),
    );
    assert.match(filed.trackingCode ?? '', /^[2-9A-HJ-NP-Z]{10}$/);
    const [kept] = await stored('complaints', { receiptNumber: filed.receiptNumber });
    assert.equal(kept?.['intakeKind'], 'REPORT');
    assert.ok(!JSON.stringify(kept).includes('wenshan01'));
    assert.ok(!JSON.stringify(kept).includes(filed.trackingCode ?? '?'));
    const found = await getAnonymousReport(filed.receiptNumber, filed.trackingCode?.toLowerCase() ?? '');
    assert.equal(found.receiptNumber, filed.receiptNumber);
    await assert.rejects(getAnonymousReport(filed.receiptNumber, 'AAAAAAAAAA'), { code: 'notFound' });
    await assert.rejects(getAnonymousReport('532601202600000', 'AAAAAAAAAA'), { code: 'notFound' });
  });

  it('shows the clerk a registered one masked, with its people, its two-year limit and what may be done', async () => {
    const people = [
      {
        name: '李四',
        phone: '13700000001',
        bankCard: '6222021234567890128',
        months: [{ payMonth: '2026-09', owedFen: 900_000 }],
      },
    ];
    const view = await registered(as('clerk'), { citizenId: CITIZEN_ID, people });
    assert.equal(view.complainantName, '马春花');
    assert.equal(view.phoneMasked, '139****0009');
    assert.equal(view.citizenIdMasked, '110***********002X');
    assert.deepEqual(view.people, [
      { name: '李四', phoneMasked: '137****0001', months: people[0]?.months, owedFen: 900_000 },
    ]);
    assert.deepEqual(view.payMonths, ['2026-08', '2026-09']);
    assert.ok(view.actions.includes('accept'));
    assert.ok(!view.actions.includes('approveRefusal'));
    const limit = view.deadlines.find((one) => one.period === 'inspectionLimit');
    assert.deepEqual(
      [limit?.startedOn, limit?.dueOn, limit?.metOn],
      ['2026-10-31', '2028-10-31', '2026-11-20'],
    );
    assert.ok(
      !JSON.stringify(await stored('complaints', { receiptNumber: view.receiptNumber })).includes('李四'),
    );
  });

  it('takes one number of a channel once, and the same number of another channel as another matter', async () => {
    await made(as('clerk').create('/complaints', LEAD));
    const again = await problemOf(as('inspector').create('/complaints', LEAD));
    assert.equal(again.code, 'alreadyExists');
    await made(as('clerk').create('/complaints', { ...LEAD, channel: 'HOTLINE_12333' }));
  });

  it('lets a grid officer help a worker of his own grid, and see what he wrote down', async () => {
    const lead = { ...LEAD, channel: 'GRID', externalNumber: 'G-1' };
    const { receiptNumber } = await made(as('grid').create('/complaints', lead));
    const elsewhere = await problemOf(as('grid').create('/complaints', { ...lead, areaCode: '532601002' }));
    assert.deepEqual([elsewhere.status, elsewhere.fields?.[0]?.path], [422, 'areaCode']);
    const { items } = (await as('grid').get('/complaints')).body as { items: { receiptNumber: string }[] };
    assert.deepEqual(
      items.map((one) => one.receiptNumber),
      [receiptNumber],
    );
  });

  const refusedOf = async (who: Who, path: string, body: object): Promise<string[]> => {
    const problem = await problemOf(as(who).create(path, body));
    assert.equal(problem.status, 422, JSON.stringify(problem));
    return [...new Set(problem.fields?.map((field) => field.path))];
  };
  const wrong: [path: string, over: object][] = [
    ['intakeKind', { intakeKind: 'RUMOUR' }],
    ['name', { name: '<script>alert(1)</script>' }],
    ['employerName', { employerName: '某某<b>公司</b>' }],
    ['areaCode', { areaCode: '5326' }],
    ['areaCode', { areaCode: '999999' }],
    ['headcount', { headcount: 0 }],
    ['headcount', { headcount: '3' }],
    ['payMonths', { payMonths: [] }],
    ['payMonths.0', { payMonths: ['2026-12'] }],
    ['payMonths.0', { payMonths: ['2026-13'] }],
    ['payMonths.1', { payMonths: ['2026-09', '2026-09'] }],
    ['owedFen', { owedFen: -1 }],
    ['owedFen', { owedFen: 0.5 }],
    ['story', { story: '' }],
    ['$gt', { story: { $gt: '' } }],
    ['fileIds.0', { fileIds: ['f'.repeat(24)] }],
    ['name', { name: ' ' }],
    ['citizenId', { citizenId: '110105194912310021' }],
    ['projectCode', { projectCode: '0000000000' }],
    ['channel', { channel: 'PETITION' }],
    ['', { projectName: undefined, employerName: undefined, site: undefined }],
  ];
  for (const [path, over] of wrong) {
    it(`refuses a worker's form for ${path === '' ? 'naming nobody and nothing' : path}: ${JSON.stringify(over)}`, async () => {
      assert.deepEqual(await refusedOf('worker', '/my/complaints', { ...FORM, ...over }), [path]);
    });
  }
  const wrongLeads: [path: string, over: object][] = [
    ['channel', { channel: 'ONLINE' }],
    ['receivedOn', { receivedOn: '2026-11-21' }],
    ['receivedOn', { receivedOn: '2026-02-30' }],
    ['name', { name: undefined }],
    ['phone', { phone: '12345' }],
    ['projectId', { projectId: 'f'.repeat(24) }],
    ['employerId', { employerId: 'f'.repeat(24) }],
    ['headcount', { headcount: 1, people: [person('一'), person('二')] }],
    ['people.0.bankCard', { people: [{ ...person('一'), bankCard: '123' }] }],
    ['people.0.citizenId', { people: [{ ...person('一'), citizenId: '110105194912310021' }] }],
    ['people.0.months.0', { people: [{ ...person('一'), months: [{ payMonth: '2027-01', owedFen: 1 }] }] }],
    ['areaCode', { areaCode: '532622' }],
  ];
  function person(name: string) {
    return { name, months: [] };
  }
  for (const [path, over] of wrongLeads) {
    it(`refuses a lead for ${path}: ${JSON.stringify(over)}`, async () => {
      assert.deepEqual(await refusedOf('clerk', '/complaints', { ...LEAD, externalNumber: 'X', ...over }), [
        path,
      ]);
    });
  }

  it('is nobody else’s to file or register', async () => {
    const shut: [Who, string, object][] = [
      ['clerk', '/my/complaints', FORM],
      ['contractor', '/my/complaints', FORM],
      ['worker', '/complaints', LEAD],
      ['head', '/complaints', LEAD],
      ['leader', '/complaints', LEAD],
    ];
    for (const [who, path, body] of shut)
      assert.equal((await problemOf(as(who).create(path, body))).status, 403, `${who} ${path}`);
    assert.equal((await problemOf(as('nobody').create('/my/complaints', FORM))).status, 401);
  });

  const days: [receivedOn: string, dueOn: string, why: string][] = [
    ['2026-11-20', '2026-11-27', 'a Friday: the five working days of the week after'],
    ['2026-11-14', '2026-11-20', 'a Saturday: the week after'],
    ['2026-02-13', '2026-02-27', 'before Spring Festival: the 14th is made up, the 15th to the 23rd are off'],
    ['2026-09-24', '2026-10-09', 'Mid-Autumn and National Day between'],
    ['2026-10-02', '2026-10-13', 'in the holiday: Saturday the 10th is made up'],
    ['2020-01-22', '2020-02-06', 'Spring Festival of 2020, prolonged to the 2nd of February'],
  ];
  for (const [receivedOn, dueOn, why] of days) {
    it(`received on ${receivedOn} is accepted or refused by ${dueOn}: ${why}`, async () => {
      const view = await registered(as('clerk'), { receivedOn, payMonths: [] });
      assert.equal(view.nextDue?.dueOn, dueOn);
    });
  }
});
