import type { CaseView } from '../../server/core/contract/cases.ts';
import { sumFen } from '../../server/core/kit/money.ts';
import { plainDate } from '../../server/core/kit/plain-date.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import {
  approveClosure,
  askClosure,
  fileCase,
  investigateCase,
  listClaims,
  recordPayments,
} from '../../server/features/cases/index.ts';
import { acceptComplaint, registerComplaint } from '../../server/features/complaints/index.ts';
import {
  listInspections,
  listOutreach,
  recordInspection,
  recordOutreach,
} from '../../server/features/inspections/index.ts';
import { AppError } from '../../server/platform/app-error.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { inTransaction } from '../../server/platform/db.ts';
import type { Person } from '../demo-office.ts';
import { openSecondInspector, SECOND_INSPECTOR, staff } from '../demo-office.ts';
import { placeholderFile } from '../placeholder-file.ts';
import { workingDays } from '../working-days.ts';
import type { Plan } from './plan-complaints.ts';
import { planComplaints } from './plan-complaints.ts';
import { OUTREACH, REPORTED } from './reported.ts';

/** The last day on which a case of the plan may be closed. */
const LAST_DAY = plainDate('2020-05-31');
const STORY = '生成的记录：按文山市 2020 年 1—4 月治欠保支工作情况所报的合计数生成，不是真实来件。';
const STATEMENT = '生成的记录：欠薪已按明细发放到位，凭据为占位文件。';

interface Office {
  clerk: Person;
  inspector: Person;
  second: Person;
  head: Person;
}

/**
 * January to April 2020 as the bureau of 文山市 reported it: the records are generated and say so, their totals are
 * the report's. Every record goes through the use cases on its own day; what is there already is left as it is.
 */
export async function seedWenshan2020(ctx: Ctx, dataDir: string): Promise<Record<string, number>> {
  await openSecondInspector(ctx);
  const office: Office = {
    clerk: await staff('clerk'),
    inspector: await staff('inspector'),
    second: await staff(SECOND_INSPECTOR.login),
    head: await staff('head'),
  };
  const days = workingDays(REPORTED.from, LAST_DAY, await loadCalendar(DEMO_AREA));
  const [first] = days;
  if (first === undefined) throw new Error('the calendar of 2020 has no working day');
  const slip = await placeholderFile(dataDir, '占位凭据.pdf', office.inspector.on(first));
  let complaints = 0;
  for (const plan of planComplaints(days)) complaints += await addComplaint(plan, office, slip);
  return { complaints, inspections: await addInspections(office), outreach: await addOutreach(office) };
}

/** A complaint's whole life in one transaction: it is there from end to end, or not at all. */
async function addComplaint(plan: Plan, office: Office, slip: string): Promise<number> {
  return inTransaction(async () => {
    const { clerk, inspector } = office;
    const registered = await registerComplaint(complaintOf(plan), clerk.on(plan.receivedOn));
    const { id } = registered;
    await acceptComplaint({ id, version: 1 }, {}, clerk.on(plan.acceptedOn, 10));
    const filed = await fileCase(
      {
        complaintIds: [id],
        title: `${plan.employerName} 拖欠工资案`,
        respondent: { name: plan.employerName },
        leadInspectorId: inspector.id,
        coInspectorId: office.second.id,
      },
      inspector.on(plan.acceptedOn, 11),
    );
    const opened = await investigateCase(filed.id, filed.version, {}, inspector.on(plan.acceptedOn, 15));
    await payAndClose(opened, plan, office, slip);
    return 1;
  }).catch((error: unknown) => {
    if (error instanceof AppError && error.code === 'alreadyExists') return 0;
    throw error;
  });
}

const complaintOf = ({ channel, receivedOn, number, employerName, people }: Plan) => ({
  intakeKind: 'COMPLAINT' as const,
  channel,
  receivedOn,
  externalNumber: number,
  areaCode: DEMO_AREA,
  ...(people[0] === undefined ? {} : { name: people[0].name }),
  employerName,
  headcount: people.length,
  payMonths: [...new Set(people.flatMap(({ months }) => months.map(({ payMonth }) => payMonth)))],
  owedFen: sumFen(people.flatMap(({ months }) => months.map(({ owedFen }) => owedFen))),
  story: STORY,
  fileIds: [],
  people,
});

async function payAndClose(
  opened: CaseView,
  plan: Plan,
  { inspector, head }: Office,
  slip: string,
): Promise<void> {
  const { id } = opened;
  const sheet = await listClaims(id, { limit: 200 }, inspector.on(plan.paidOn));
  const rows = sheet.items.flatMap(({ id: claimId }, at) => {
    const fen = plan.seen[at];
    return fen === undefined ? [] : [{ claimId, fen }];
  });
  const payment = {
    rows,
    paidOn: plan.paidOn,
    means: 'BANK_CREDIT' as const,
    fileIds: [slip],
    note: STATEMENT,
  };
  const paid = await recordPayments(id, opened.version, payment, inspector.on(plan.paidOn, 16));
  const code = plan.isPart ? 'PAID_PART_REST_ARBITRATION' : 'PAID';
  const asked = await askClosure(
    id,
    paid.version,
    { code, statement: STATEMENT },
    inspector.on(plan.closedOn),
  );
  await approveClosure(id, asked.version, {}, head.on(plan.closedOn, 14));
}

const PERIOD = { areaCode: DEMO_AREA, from: REPORTED.from, to: REPORTED.to, limit: 200 } as const;

async function addInspections({ inspector }: Office): Promise<number> {
  const { items } = await listInspections(PERIOD, inspector.on(REPORTED.to));
  const known = new Set(items.map(({ companyName }) => companyName));
  const days = workingDays(REPORTED.from, REPORTED.to, await loadCalendar(DEMO_AREA));
  let added = 0;
  for (let at = 0; at < REPORTED.inspections; at += 1) {
    const companyName = `生成记录·受检单位 ${String(at + 1).padStart(2, '0')}`;
    const on = days[Math.floor((at * days.length) / REPORTED.inspections)] ?? REPORTED.to;
    if (known.has(companyName)) continue;
    await recordInspection(
      {
        ...{ areaCode: DEMO_AREA, on, kind: 'ROUTINE', companyName },
        inspectors: '李明清、普建华',
        findings: '生成的记录：按 2020 年 1—4 月工作情况所报户数生成，不是真实检查。',
        result: at % 5 === 0 ? 'TO_RECTIFY' : 'CLEAN',
      },
      inspector.on(on, 17),
    );
    added += 1;
  }
  return added;
}

async function addOutreach({ clerk }: Office): Promise<number> {
  const { items } = await listOutreach(PERIOD, clerk.on(REPORTED.to));
  const known = new Set(items.map(({ on, what }) => `${on} ${what}`));
  let added = 0;
  for (const day of OUTREACH) {
    if (known.has(`${day.on} ${day.what}`)) continue;
    await recordOutreach({ areaCode: DEMO_AREA, ...day }, clerk.on(day.on, 17));
    added += 1;
  }
  return added;
}
