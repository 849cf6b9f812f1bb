import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { PeriodReport } from '../../server/core/contract/reports.ts';
import { runCommandLine } from '../support/command.ts';

const PERIOD = ['--from', '2020-01-01', '--to', '2020-04-30'];

describe('the four months that the bureau reported, from the command line', function () {
  this.timeout(420_000);
  const dir = mkdtempSync(join(tmpdir(), 'anxin-report-'));
  after(() => rmSync(dir, { recursive: true, force: true }));
  const run = (entry: string, ...args: string[]) => runCommandLine(entry, args, { DATA_DIR: dir });
  let first: PeriodReport | undefined;
  const report = () => run('server/cli/report.ts', ...PERIOD, '--json');

  it('are seeded in a clean folder and reported as one JSON object with the bureau’s figures', async () => {
    const seeded = await run('seeds/run.ts', 'wenshan-2020');
    assert.equal(seeded.code, 0, seeded.err);
    assert.equal(seeded.out, '', 'standard output is left to the report');
    const { code, out, err } = await report();
    assert.equal(code, 0, err);
    const told = JSON.parse(out) as PeriodReport;
    first = told;
    const hotlines = (told.byChannel.HOTLINE_12345 ?? 0) + (told.byChannel.HOTLINE_12333 ?? 0);
    assert.equal(hotlines, 96);
    const { inspections, complaintsReceived, casesClosed, closingRate, workers, amountFen, outreach } = told;
    assert.deepEqual(
      { inspections, complaintsReceived, casesClosed, closingRate, workers, amountFen, outreach },
      {
        inspections: 30,
        complaintsReceived: 118,
        casesClosed: 115,
        closingRate: 9746,
        workers: 877,
        amountFen: 1_396_000_000,
        outreach: { leaflets: 600, vehicles: 20, people: 30, slogans: 2, consultations: 200 },
      },
    );
  });

  it('stay the same when they are seeded again, and after the figures were rolled up', async () => {
    const again = await run('seeds/run.ts', 'wenshan-2020');
    assert.match(again.err, /"complaints":0,"inspections":0,"outreach":0/);
    const rolled = await run('workers/run-job.ts', 'rollUpReportDays');
    assert.equal(rolled.code, 0, rolled.err);
    const after = JSON.parse((await report()).out) as PeriodReport;
    assert.deepEqual({ ...after, computedAt: first?.computedAt }, first);
  });

  it('are told line by line without --json, and a slip in the question is told in words', async () => {
    const lines = await run('server/cli/report.ts', ...PERIOD, '--area', '532601');
    assert.match(lines.out, /^文山市 2020-01-01 — 2020-04-30$/m);
    assert.match(lines.out, /^收到投诉举报\t118\t件$/m);
    assert.match(lines.out, /^追回金额\t13960000\t元$/m);
    const upsideDown = await run('server/cli/report.ts', '--from', '2020-04-30', '--to', '2020-01-01');
    assert.equal(upsideDown.code, 1);
    assert.match(upsideDown.err, /结束日不能早于开始日/);
  });
});
