import type { FieldProblem } from '../../core/contract/errors.ts';
import type { CheckLeads, LeadPlatform } from '../../core/contract/leads.ts';
import type { SheetCheckView, SheetProblem } from '../../core/contract/sheet-checks.ts';
import { isPlainDate } from '../../core/kit/plain-date.ts';
import type { Ctx } from '../../platform/context.ts';
import type { SheetRow } from '../../platform/workbooks/index.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import { findAreaOn, requireReach } from '../areas/index.ts';
import { findByExternalNumber } from '../complaints/index.ts';
import { defineSheetKind, problem, startSheetCheck } from '../sheet-checks/index.ts';
import type { JudgedLead, LeadOrigin } from './judge-lead.ts';
import { judgeLead } from './judge-lead.ts';
import { findLead } from './lead.model.ts';
import { LEAD_COLUMNS, MOST_ROWS } from './leads-columns.ts';
import { isChanged, isOfOrigin, markOfLead, takeLead } from './take-lead.ts';

interface LeadsScope extends Record<string, string> {
  channel: LeadPlatform;
  areaCode: string;
}

const KEYS = new Set(LEAD_COLUMNS.map(({ key }) => key));
const REQUIRED = new Set(LEAD_COLUMNS.flatMap(({ key, required }) => (required === true ? [key] : [])));

const MOST_LIKELY = 3;
const WHY: Readonly<Record<JudgedLead['likely'][number]['why'][number], readonly [string, string]>> = {
  samePhone: ['同一电话', 'same phone'],
  sameCitizenId: ['同一身份证号', 'same citizen number'],
  sameName: ['同名', 'same name'],
  sameEmployer: ['同一单位', 'same employer'],
  sameProject: ['同一项目', 'same project'],
  sameMonths: ['同月', 'same months'],
};

/** A month however platforms write it: 2026-08, 2026-8, 2026/08, 2026年8月, 202608; anything else stays as it is. */
function asMonth(text: string): string {
  const [, year, month] = /^(20\d\d)[-/.年]?(\d{1,2})月?$/u.exec(text.normalize('NFKC')) ?? [];
  return year === undefined || month === undefined ? text : `${year}-${month.padStart(2, '0')}`;
}

/** A row as a platform's program would send it; an empty cell says nothing. */
function rawOf({ cells }: SheetRow): Record<string, unknown> {
  const { payMonths } = cells;
  const given = Object.entries(cells).filter(
    ([key, value]) => key !== 'receivedOn' && value !== null && value !== '',
  );
  const months =
    typeof payMonths === 'string'
      ? payMonths
          .split(/[\s,，、;；]+/u)
          .filter(Boolean)
          .map(asMonth)
      : [];
  return { ...Object.fromEntries(given), payMonths: months };
}

const judgeRow = (row: SheetRow, origin: LeadOrigin, ctx: Ctx): Promise<JudgedLead> => {
  const { receivedOn } = row.cells;
  const day = typeof receivedOn === 'string' && isPlainDate(receivedOn) ? receivedOn : ctx.today;
  return judgeLead(rawOf(row), day, origin, ctx);
};

/** A cell that must be filled is named by the reader of the workbook already. */
function cellProblem(row: number, { path, rule, zh, en }: FieldProblem): SheetProblem[] {
  const [key = ''] = path.split('.', 1);
  if (rule === 'any.required' && REQUIRED.has(key)) return [];
  if (key === 'payMonths' && rule.startsWith('string.'))
    return [problem(row, key, 'lead.shape', 'block', '月份请写成 2026-08', 'Write months as 2026-08')];
  return [problem(row, KEYS.has(key) ? key : undefined, 'lead.shape', 'block', zh, en)];
}

async function checkRow(row: SheetRow, origin: LeadOrigin, ctx: Ctx): Promise<SheetProblem[]> {
  const { sent, lead, problems, likely } = await judgeRow(row, origin, ctx);
  if (lead === null) return problems.flatMap((one) => cellProblem(row.row, one));
  const { channel } = origin;
  const before = await findByExternalNumber(channel, sent.externalNumber);
  if (before !== null) {
    const known = await findLead(channel, sent.externalNumber);
    if (!isOfOrigin(known, before, origin)) {
      const zh = '这个编号已用于另一地区的来件';
      return [
        problem(
          row.row,
          'externalNumber',
          'lead.shape',
          'block',
          zh,
          'The number names a lead of another area',
        ),
      ];
    }
    const receipt = before.receiptNumber;
    const says: [rule: string, zh: string, en: string] = isChanged(known, markOfLead(sent))
      ? [
          'lead.changed',
          `已接入，回执号 ${receipt}；内容有变化，将附到该件`,
          `Here already as ${receipt}; what differs is added to it`,
        ]
      : ['lead.known', `已接入，回执号 ${receipt}`, `Here already as ${receipt}`];
    return [notice(row.row, 'externalNumber', ...says, String(before._id))];
  }
  return likely.slice(0, MOST_LIKELY).map(({ id, receiptNumber, why }) => {
    const zh = `疑似与 ${receiptNumber} 是同一件事（${why.map((one) => WHY[one][0]).join('、')}）`;
    const en = `Likely the same as ${receiptNumber} (${why.map((one) => WHY[one][1]).join(', ')})`;
    return notice(row.row, undefined, 'lead.likely', zh, en, id);
  });
}

const notice = (
  row: number,
  column: string | undefined,
  rule: string,
  zh: string,
  en: string,
  complaintId: string,
): SheetProblem => ({
  ...problem(row, column, rule, 'notice', zh, en),
  link: `/complaints/${complaintId}`,
});

function twice(rows: readonly SheetRow[]): SheetProblem[] {
  const seen = new Map<string, number>();
  return rows.flatMap(({ row, cells: { externalNumber } }) => {
    if (typeof externalNumber !== 'string') return [];
    const before = seen.get(externalNumber);
    seen.set(externalNumber, before ?? row);
    if (before === undefined) return [];
    const zh = `与第 ${String(before)} 行的来件编号相同`;
    return [problem(row, 'externalNumber', 'lead.twice', 'block', zh, `The number of row ${String(before)}`)];
  });
}

/** A workbook of leads: nothing of it is stored before it is confirmed, and then all of it at once. */
export const LEADS_SHEET = defineSheetKind<LeadsScope>({
  kind: 'leads',
  columns: LEAD_COLUMNS,
  maxRows: MOST_ROWS,
  rowsStandAlone: true,
  async check(rows, scope, ctx) {
    requireReach(scope.areaCode, ctx);
    const problems = twice(rows);
    for (const row of rows) problems.push(...(await checkRow(row, scope, ctx)));
    return { problems };
  },
  async confirm(rows, scope, _findings, ctx, { fileId }) {
    const counts = { taken: 0, known: 0, changed: 0 };
    for (const row of rows) {
      const { lead, ...judged } = await judgeRow(row, scope, ctx);
      if (lead === null) continue; // became wrong since the check a moment ago: it is not stored, and not counted
      const { outcome } = await takeLead({ ...judged, lead }, scope, ctx, fileId);
      counts[outcome] += 1;
    }
    return { ...counts, fileId };
  },
});

/** Starts the check of a workbook a platform handed over, for an area of whoever brings it. */
export async function startLeadsCheck({ fileId, ...scope }: CheckLeads, ctx: Ctx): Promise<SheetCheckView> {
  requireReach(scope.areaCode, ctx);
  if ((await findAreaOn(scope.areaCode, ctx.today))?.isValid !== true)
    throw wrongField('areaCode', '没有这个地区，请重新选择', 'There is no such area; choose again');
  return startSheetCheck<LeadsScope>('leads', { ...scope }, fileId, ctx);
}
