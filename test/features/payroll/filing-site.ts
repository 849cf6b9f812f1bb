import { randomUUID } from 'node:crypto';
import type { FileView } from '../../../server/core/contract/files.ts';
import type { SheetCheckView } from '../../../server/core/contract/sheet-checks.ts';
import type { EnrolmentView, TeamView, WriteEnrolment } from '../../../server/core/contract/roster.ts';
import { PAYROLL_COLUMNS } from '../../../server/features/payroll/index.ts';
import { Attendance } from '../../../server/features/roster/attendance.model.ts';
import { writeTemplate } from '../../../server/platform/workbooks/index.ts';
import type { Agent } from '../../support/app.ts';
import { eventually } from '../../support/eventually.ts';
import { create, letIn, person } from '../roster/site.ts';

export const MONTH = '2026-10';

export interface Hand {
  enrolment: EnrolmentView;
  input: WriteEnrolment;
}

let cards = 0;
/** A card number with the check digit that belongs to it (Luhn: every second digit doubled, from the right). */
function nextCard(): string {
  cards += 1;
  const body = `621700${String(cards).padStart(12, '0')}`;
  const sum = [...body].reverse().reduce((acc, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return acc + (value > 9 ? value - 9 : value);
  }, 0);
  return `${body}${(10 - (sum % 10)) % 10}`;
}

/** Somebody on site since March with so many days attended in the month. */
export async function hire(
  agent: Agent,
  team: TeamView,
  days: number | null,
  changes: Partial<WriteEnrolment> = {},
): Promise<Hand> {
  const input = person(team, { bankCard: nextCard(), ...changes });
  const enrolment = await letIn(agent, input);
  if (days !== null) await attended(enrolment, days, MONTH);
  return { enrolment, input };
}

export async function attended(enrolment: EnrolmentView, days: number, month: string): Promise<void> {
  const { id: enrolmentId, projectId, teamId } = enrolment;
  const marks = Array.from({ length: days }, () => 100);
  await Attendance.create([
    {
      ...{ enrolmentId, projectId, teamId, month, daysHundredths: days * 100, hoursHundredths: 0 },
      ...{ workbook: { days: marks, hours: marks.map(() => null) }, version: 1 },
    },
  ]);
}

type Cells = Record<string, string | number | null>;

/** A row as the contractor writes it: so many days at 300 yuan, signed. */
export function cells({ input }: Hand, days: number, over: Cells = {}): Cells {
  const grossFen = days * 30_000;
  return {
    ...{ name: input.name, citizenId: input.citizenId ?? null, bankCard: input.bankCard ?? null },
    ...{ payKind: 'TIME_RATE', daysHundredths: days * 100, dayRateFen: 30_000 },
    ...{ grossFen, netFen: grossFen, isSigned: '是' },
    ...over,
  };
}

export const workbook = async (...rows: Cells[]): Promise<Buffer> =>
  Buffer.from(await writeTemplate(PAYROLL_COLUMNS, rows, { title: '工资表' }));

export async function upload(agent: Agent, bytes: Buffer): Promise<string> {
  const sent = await agent
    .post('/api/files')
    .set('idempotency-key', randomUUID())
    .field('purpose', 'rosterWorkbook')
    .attach('file', bytes, `${randomUUID()}.xlsx`);
  if (sent.status >= 300) throw new Error(sent.text);
  return (sent.body as FileView).id;
}

/** Uploads and waits until everything of it is checked. */
export async function checked(
  agent: Agent,
  scope: { projectId: string; teamId: string; payMonth?: string },
  bytes: Buffer,
): Promise<SheetCheckView> {
  const body = { payMonth: MONTH, ...scope, fileId: await upload(agent, bytes) };
  const started = await create(agent, '/payroll/checks', body);
  if (started.status !== 202) throw new Error(started.text);
  return eventually(
    'the check ends',
    async () => {
      const { id } = started.body as SheetCheckView;
      const view = (await agent.get(`/api/sheet-checks/${id}`)).body as SheetCheckView;
      return view.state === 'reading' ? null : view;
    },
    15_000,
  );
}

export const confirm = (agent: Agent, { id }: SheetCheckView) =>
  agent.post(`/api/sheet-checks/${id}/confirm`).send({});

/** The same row as it is typed into the grid. */
export function typed({ enrolment }: Hand, days: number, over: Record<string, unknown> = {}) {
  const grossFen = days * 30_000;
  return {
    ...{ enrolmentId: enrolment.id, payKind: 'TIME_RATE', daysHundredths: days * 100, dayRateFen: 30_000 },
    ...{ overtimeFen: 0, allowancesFen: 0, backPayFen: 0, grossFen, advanceFen: 0, netFen: grossFen },
    deductions: { incomeTax: 0, socialInsurance: 0, courtOrdered: 0, damage: 0, other: 0 },
    isSigned: true,
    ...over,
  };
}

export const fileTyped = (agent: Agent, { projectId, id }: TeamView, entries: object[], payMonth = MONTH) =>
  create(agent, '/payroll/sheets', { projectId, teamId: id, payMonth, entries });
