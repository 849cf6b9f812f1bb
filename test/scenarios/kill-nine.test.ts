import assert from 'node:assert/strict';
import { randomInt, randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from '../../server/core/contract/page.ts';
import type { ComplaintFiled } from '../../server/core/contract/complaint-intake.ts';
import type { MyComplaintRow } from '../../server/core/contract/tracking.ts';
import { demoMessage } from '../browser/short-cuts.ts';
import { ApiClient } from '../support/api-client.ts';
import { runCommandLine } from '../support/command.ts';
import { freePort, startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';

/** One person may submit sixty times in ten minutes, and half of this is sent a second time. */
const WORKERS = 8;
const COMPLAINTS = 200;

describe('kill -9 of the whole product', function () {
  this.timeout(240_000);
  let isWhole = true; // each part goes on where the one before ended
  beforeEach(() => assert.ok(isWhole, 'the part before this one failed'));
  afterEach(function () {
    isWhole &&= this.currentTest?.state === 'passed';
  });
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-kill-'));
  let product: Product;
  let port: number;
  const start = async (): Promise<void> => {
    product = await startProduct({ dataDir, port, withinMs: 120_000 });
  };

  before(async () => {
    port = await freePort();
    await start();
  });
  after(async () => {
    await product?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it(`in the middle of ${COMPLAINTS} complaints at once finds every acknowledged receipt exactly once`, async () => {
    const workers = await Promise.all(Array.from({ length: WORKERS }, (_, n) => signedInWorker(product, n)));
    const complaints = Array.from({ length: COMPLAINTS }, (_, n) => ({
      key: randomUUID(),
      employerName: `第${n}工程队`,
      by: n % WORKERS,
      receiptNumber: '',
    }));
    const send = (one: (typeof complaints)[number]) =>
      workers[one.by]?.create<ComplaintFiled>('/my/complaints', complaintOf(one.employerName), one.key);

    const killAt = randomInt(COMPLAINTS / 8, COMPLAINTS / 2);
    let answered = 0;
    await Promise.all(
      complaints.map(async (one) => {
        const done = await send(one)?.catch(() => null);
        if (done === null || done === undefined) return;
        assert.equal(done.status, 201, JSON.stringify(done.body));
        one.receiptNumber = done.body.receiptNumber;
        answered += 1;
        if (answered === killAt) await product.kill();
      }),
    );
    await start();
    const unanswered = complaints.filter(({ receiptNumber }) => receiptNumber === '');
    assert.ok(answered >= killAt && unanswered.length > 0, `killed in the middle: ${answered} answered`);
    const listed = async (): Promise<MyComplaintRow[]> => {
      const pages = workers.map((worker) => worker.get<Page<MyComplaintRow>>('/my/complaints'));
      return (await Promise.all(pages)).flatMap(({ status, body }) => {
        assert.equal(status, 200, JSON.stringify(body));
        return body.items;
      });
    };

    const found = (await listed()).map(({ receiptNumber }) => receiptNumber);
    for (const { receiptNumber } of complaints) {
      if (receiptNumber !== '')
        assert.equal(found.filter((one) => one === receiptNumber).length, 1, receiptNumber);
    }
    // Each phone sends again what it got no answer for, one after the other.
    const sendAgain = async (by: number): Promise<void> => {
      for (const one of unanswered.filter((complaint) => complaint.by === by)) {
        const done = await send(one);
        assert.equal(done?.status, 201, JSON.stringify(done?.body));
        one.receiptNumber = done.body.receiptNumber;
      }
    };
    await Promise.all(workers.map((_worker, by) => sendAgain(by)));
    const all = (await listed()).map(({ receiptNumber, employerName }) => `${receiptNumber} ${employerName}`);
    const sent = complaints.map(({ receiptNumber, employerName }) => `${receiptNumber} ${employerName}`);
    assert.deepEqual(all.sort(), sent.sort());
    assert.equal(new Set(sent).size, COMPLAINTS);
  });

  it('leaves a chain of events that is whole', async () => {
    assert.equal(await product.stop(), 0);
    const verdict = await runCommandLine('server/cli/verify-chain.ts', [], { DATA_DIR: dataDir });
    assert.equal(verdict.code, 0, verdict.out + verdict.err);
  });
});

/** As on a phone: asks for a code, reads it in the demo inbox, sends it back. */
async function signedInWorker({ url }: Product, n: number): Promise<ApiClient> {
  const worker = new ApiClient(url);
  const phone = `139000000${String(n).padStart(2, '0')}`;
  const asked = await worker.send<{ challengeId: string }>('POST', '/session/phone-code', { phone });
  assert.equal(asked.status, 202, JSON.stringify(asked.body));
  const code = await demoMessage(url, /验证码 (\d{6})/u, phone);
  await worker.signInByCode(asked.body.challengeId, code);
  return worker;
}

const complaintOf = (employerName: string) => ({
  intakeKind: 'COMPLAINT',
  employerName,
  areaCode: '532601',
  headcount: 1,
  payMonths: ['2026-01'],
  owedFen: 480_000,
  story: '干完活一直没有结工资',
  fileIds: [],
  name: '张三',
});
