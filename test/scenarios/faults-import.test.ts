import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import type { FileView } from '../../server/core/contract/files.ts';
import type { Page } from '../../server/core/contract/page.ts';
import type { PayrollView } from '../../server/core/contract/payroll.ts';
import type { ProjectView } from '../../server/core/contract/projects.ts';
import type { TeamView } from '../../server/core/contract/roster.ts';
import type { SheetCheckView } from '../../server/core/contract/sheet-checks.ts';
import { payMonthOf, previousPayMonth, toShanghaiDay } from '../../server/core/kit/plain-date.ts';
import { PAYROLL_COLUMNS } from '../../server/features/payroll/payroll-columns.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { sampleZip } from '../features/files/sample-zip.ts';
import { rawWorkbook, rowXml, sheetOf, workbookParts } from '../platform/workbooks-sample.ts';
import { ApiClient } from '../support/api-client.ts';
import { eventually } from '../support/eventually.ts';
import { startProduct } from '../support/product.ts';
import type { Product } from '../support/product.ts';
import { signedInAs } from './faults-load.ts';

const MB = 1024 * 1024;
const HEADING = rowXml(
  1,
  PAYROLL_COLUMNS.map(({ zh }) => zh),
);
const OF_ROSTER = ['姓名', '身份证号', '手机号', '工种', '进场日期'];
const good = (): Buffer =>
  rawWorkbook(
    HEADING +
      rowXml(
        2,
        row(() => '1'),
      ),
  );
/** A row with this in every cell but the name. */
const row = (cell: (key: string) => string): string[] =>
  PAYROLL_COLUMNS.map(({ key }) => (key === 'name' ? '张三' : cell(key)));
const numbered = (value: string): Buffer =>
  rawWorkbook(
    HEADING +
      rowXml(
        2,
        row(() => `<v>${value}</v>`),
      ),
  );
const manyRows = (count: number): Buffer =>
  rawWorkbook(HEADING + Array.from({ length: count }, (_, at) => `<row r="${at + 2}"/>`).join(''));

/** What is sent, and what its sender is told: refused at the door, given up while it is read, or shown cell by cell. */
const ZOO: [what: string, told: string, bytes: () => Buffer][] = [
  [
    'a bomb of blanks',
    'workbookRefused',
    () => sampleZip(workbookParts('', { content: Buffer.alloc(30 * MB, ' ') })),
  ],
  ['a workbook cut in half', 'fileBroken', () => good().subarray(0, good().length / 2)],
  [
    'a workbook with macros',
    'workbookRefused',
    () => sampleZip([...workbookParts(HEADING), { name: 'xl/vbaProject.bin', content: 'x' }]),
  ],
  ['a million rows', 'tooManyRows', () => manyRows(1_000_000)],
  [
    'formulas',
    'cell.formula',
    () =>
      rawWorkbook(
        HEADING +
          rowXml(
            2,
            row(() => '<f>1/0</f><v>1</v>'),
          ),
      ),
  ],
  [
    'the workbook of another page',
    'noHeadings',
    () =>
      sheetOf(
        OF_ROSTER,
        OF_ROSTER.map(() => '1'),
      ),
  ],
  ['a page with another name', 'fileTypeRefused', () => Buffer.from('<html><table><tr><td>姓名')],
  ['cells that are no numbers', 'cell.amount', () => numbered('NaN')],
  ['cells without an end', 'cell.longNumber', () => numbered('Infinity')],
  ['cells beyond every number', 'cell.longNumber', () => numbered('1e308')],
  ['cells below nothing', 'cell.longNumber', () => numbered('-1e308')],
];

describe('workbooks that are poison, sent to the payroll of a running product', function () {
  this.timeout(180_000);
  const dataDir = mkdtempSync(join(tmpdir(), 'anxin-import-'));
  let product: Product;
  let contractor: ApiClient;
  let kept: string[];
  let scope: { projectId: string; teamId: string; payMonth: string };

  before(async () => {
    product = await startProduct({ dataDir, entry: 'server/main.ts', withinMs: 120_000 });
    contractor = await signedInAs(product.url, 'contractor');
    scope = await teamItMayFile();
    kept = await payrolls();
  });
  after(async () => {
    await product?.kill();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const template = (of: typeof scope): Promise<Response> =>
    fetch(`${product.url}/api/payroll/template?${String(new URLSearchParams(of))}`, {
      headers: { cookie: contractor.cookie },
    });
  async function teamItMayFile(): Promise<typeof scope> {
    const payMonth = previousPayMonth(payMonthOf(toShanghaiDay(systemClock.now().getTime())));
    const projects = (await contractor.get<Page<ProjectView>>('/projects')).body.items;
    for (const { id: projectId } of projects) {
      const teams = (await contractor.get<TeamView[]>(`/projects/${projectId}/teams`)).body;
      for (const { id: teamId } of teams) {
        const asked = await template({ projectId, teamId, payMonth });
        await asked.arrayBuffer();
        if (asked.ok) return { projectId, teamId, payMonth };
      }
    }
    throw new Error('the demo has no team for this contractor');
  }

  const payrolls = async (): Promise<string[]> => {
    const { status, body } = await contractor.get<Page<PayrollView>>('/payroll/sheets?limit=100');
    assert.equal(status, 200, JSON.stringify(body));
    return body.items.map(({ id, version }) => `${id} ${version}`);
  };

  interface Outcome {
    /** What is told: why nothing of it is read, or what is wrong with its cells. */
    codes: string[];
    words: string;
    check: SheetCheckView | null;
  }
  /** As the page does it: the file first, then its check, then a look at how it went. */
  async function sent(bytes: Uint8Array<ArrayBuffer>): Promise<Outcome> {
    const form = new FormData();
    form.set('purpose', 'rosterWorkbook');
    form.set('file', new Blob([bytes]), '工资表.xlsx');
    const uploaded = await fetch(`${product.url}/api/files`, {
      method: 'POST',
      headers: {
        cookie: contractor.cookie,
        'x-csrf-token': contractor.csrf,
        'idempotency-key': randomUUID(),
      },
      body: form,
    });
    const file = (await uploaded.json()) as FileView & { code?: string };
    if (!uploaded.ok) {
      assert.ok(uploaded.status < 500, JSON.stringify(file));
      return { codes: [file.code ?? ''], words: JSON.stringify(file), check: null };
    }
    const started = await contractor.create<SheetCheckView & Record<string, unknown>>('/payroll/checks', {
      ...scope,
      fileId: file.id,
    });
    assert.equal(started.status, 202, JSON.stringify(started.body));
    const check = await eventually(
      'it is read or given up',
      async () => {
        const { status, body } = await contractor.get<SheetCheckView>(`/sheet-checks/${started.body.id}`);
        assert.equal(status, 200, JSON.stringify(body));
        return body.state === 'reading' ? null : body;
      },
      60_000,
      100,
    );
    const { failure, problems } = check;
    if (failure !== undefined) return { codes: [failure.code], words: failure.zh, check };
    const blocking = problems.filter(({ level }) => level === 'block');
    const words = blocking.map(({ zh }) => zh).join('\n');
    return { codes: blocking.map(({ rule }) => rule), words, check };
  }

  it('are refused in words, each for its own reason, while others are served', async () => {
    let isOver = false;
    const statuses: number[] = [];
    const others = (async () => {
      const nobody = new ApiClient(product.url);
      while (!isOver) {
        statuses.push((await nobody.get('/areas')).status);
        await pause(20);
      }
    })();
    try {
      for (const [what, told, bytes] of ZOO) {
        const { codes, words, check } = await sent(new Uint8Array(bytes()));
        assert.ok(codes.includes(told), `${what}: ${codes.join()} ${words}`);
        assert.match(words, /[\u4e00-\u9fff]{4}/u, what);
        assert.notEqual(check?.canConfirm, true, what);
      }
    } finally {
      isOver = true;
      await others;
    }
    assert.deepEqual([...new Set(statuses)], [200], 'others are served meanwhile');
    assert.ok(statuses.length > ZOO.length, `${statuses.length} were served`);
  });

  it('leave nothing behind: the product lives, no payroll is kept and the next good workbook is read', async () => {
    assert.equal(product.process.exitCode, null);
    assert.deepEqual(await payrolls(), kept);
    const own = await (await template(scope)).arrayBuffer();
    const { check, words } = await sent(new Uint8Array(own));
    assert.equal(check?.state, 'checked', words);
    assert.ok(check.rows > 0);
    assert.doesNotMatch(product.output(), /unexpected error/u);
  });
});
