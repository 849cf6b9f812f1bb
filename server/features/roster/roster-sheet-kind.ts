import type { CheckRoster, ContractKind, PayKind } from '../../core/contract/roster.ts';
import type { SheetCheckView, SheetProblem } from '../../core/contract/sheet-checks.ts';
import type { Fen } from '../../core/kit/money.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { payMonthOf } from '../../core/kit/plain-date.ts';
import { findGateItems } from '../../core/pay/entry-gate.ts';
import { readWorkType } from '../../core/pay/work-types.ts';
import { blindIndex } from '../../platform/crypto/index.ts';
import type { Ctx } from '../../platform/context.ts';
import type { SheetRow } from '../../platform/workbooks/index.ts';
import { defineSheetKind, inSlices, problem, startSheetCheck } from '../sheet-checks/index.ts';
import { checkPerson } from './check-person.ts';
import type { NewEnrolment } from './enrol-many.ts';
import { enrolMany } from './enrol-many.ts';
import { findRosterIndexed } from './find-roster.ts';
import { retirementAges } from './retirement-ages.ts';
import { ROSTER_COLUMNS } from './roster-columns.ts';
import type { TeamScope } from './team-scope.ts';
import { requireOwnTeam } from './team-scope.ts';

const MOST_ROWS = 2000;
/** Fields of a person whose cells are headed otherwise. */
const COLUMN_OF: Readonly<Record<string, string>> = { contract: 'signedOn' };

/** A row of the workbook as a person. */
export function personOfRow({ cells }: SheetRow): NewEnrolment {
  const text = (key: string): string | undefined => {
    const value = cells[key];
    return value === null || value === undefined || value === '' ? undefined : String(value).trim();
  };
  const amount = (key: string): Fen | undefined => {
    const value = cells[key];
    return typeof value === 'number' ? (value as Fen) : undefined; // the reader gives amounts as whole fen
  };
  const day = (key: string) => text(key) as PlainDate | undefined; // the reader gives days that exist
  const signedOn = day('signedOn');
  const until = day('contractUntil');
  const kind = (text('contractKind') ?? 'labourContract') as ContractKind; // a choice of the column
  const written = text('workType') ?? '';
  return {
    name: text('name') ?? '',
    workType: readWorkType(written)?.code ?? written,
    workRole: readWorkType(written)?.code === '900' ? 'MANAGER' : 'BUILDER',
    isTeamLeader: text('isTeamLeader') === 'yes',
    payKind: (text('payKind') ?? 'TIME_RATE') as PayKind, // a choice of the column
    ...given({ citizenId: text('citizenId'), phone: text('phone'), bankCard: text('bankCard') }),
    ...given({ bankName: text('bankName'), pieceUnit: text('pieceUnit') }),
    ...given({ dayRateFen: amount('dayRateFen'), monthRateFen: amount('monthRateFen') }),
    ...given({ piecePriceFen: amount('piecePriceFen'), safetyTrainedOn: day('safetyTrainedOn') }),
    ...given({ enteredOn: day('enteredOn') }),
    ...(signedOn === undefined ? {} : { contract: { kind, signedOn, from: signedOn, ...given({ until }) } }),
  };
}

type Given<Values> = { [Key in keyof Values]?: NonNullable<Values[Key]> };
/** The values that are there. */
function given<Values extends object>(values: Values): Given<Values> {
  return Object.fromEntries(
    Object.entries(values).filter(([, value]) => value !== undefined),
  ) as Given<Values>; // what is left has a value
}

async function checkRows(rows: readonly SheetRow[], scope: TeamScope, ctx: Ctx): Promise<SheetProblem[]> {
  const team = await requireOwnTeam(scope, ctx);
  const ages = await retirementAges(team.areaCode, ctx);
  const inTeam = await findRosterIndexed(scope, payMonthOf(ctx.today));
  const known = new Set(
    inTeam.flatMap(({ citizenIdIndex, state }) =>
      citizenIdIndex === undefined || state === 'left' ? [] : [citizenIdIndex],
    ),
  );
  const problems: SheetProblem[] = [];
  const seen = { citizenId: new Map<string, number>(), bankCard: new Map<string, number>() };
  await inSlices(rows, (row) => {
    const person = personOfRow(row);
    const { secrets, faults } = checkPerson(person, ctx.today);
    for (const { field, rule, level, zh, en } of faults)
      problems.push(problem(row.row, COLUMN_OF[field] ?? field, rule, level, zh, en));
    problems.push(...twice(row.row, secrets, seen));
    if (secrets.citizenId !== undefined && known.has(blindIndex('citizenId', secrets.citizenId)))
      problems.push(
        problem(
          row.row,
          'citizenId',
          'roster.known',
          'notice',
          '已在本班组名册，导入时跳过',
          'In this team already: left as is',
        ),
      );
    if (person.enteredOn !== undefined && person.enteredOn > ctx.today)
      problems.push(
        problem(
          row.row,
          'enteredOn',
          'day.future',
          'block',
          '日期不能晚于今天',
          'The day lies in the future',
        ),
      );
    const missing = findGateItems({ ...person, ...secrets }, ages, person.enteredOn ?? ctx.today);
    const shut = missing.filter(({ open }) => !open);
    if (person.enteredOn !== undefined && shut.length > 0) {
      const zh = `未准进场，缺：${shut.map((one) => one.zh).join('、')}`;
      const en = `Waits at the gate; missing: ${shut.map((one) => one.en).join('; ')}`;
      problems.push(problem(row.row, 'enteredOn', 'gate.closed', 'notice', zh, en));
    }
  });
  return problems;
}

function twice(
  row: number,
  secrets: { citizenId?: string | undefined; bankCard?: string | undefined },
  seen: Record<'citizenId' | 'bankCard', Map<string, number>>,
): SheetProblem[] {
  return (['citizenId', 'bankCard'] as const).flatMap((field) => {
    const value = secrets[field];
    if (value === undefined) return [];
    const before = seen[field].get(value);
    seen[field].set(value, before ?? row);
    if (before === undefined) return [];
    const what = field === 'citizenId' ? ['身份证号', 'citizen number'] : ['银行卡号', 'bank card'];
    const level = field === 'citizenId' ? 'block' : 'notice';
    const zh = `${what[0] ?? ''}与第 ${String(before)} 行相同`;
    return [
      problem(
        row,
        field,
        `${field}.twice`,
        level,
        zh,
        `The same ${what[1] ?? ''} as in row ${String(before)}`,
      ),
    ];
  });
}

defineSheetKind<TeamScope>({
  kind: 'roster',
  columns: ROSTER_COLUMNS,
  maxRows: MOST_ROWS,
  rowsStandAlone: true,
  async check(rows, scope, ctx) {
    return { problems: await checkRows(rows, scope, ctx) };
  },
  async confirm(rows, scope, _findings, ctx) {
    const team = await requireOwnTeam(scope, ctx);
    const people = rows.map((row) => {
      const person = personOfRow(row);
      return { ...person, ...given(checkPerson(person, ctx.today).secrets) };
    });
    const { enrolled, known } = await enrolMany(team, people, ctx);
    return { enrolled: enrolled.length, known };
  },
});

/** Starts the check of an uploaded roster, for whoever keeps the team. */
export async function startRosterCheck({ fileId, ...scope }: CheckRoster, ctx: Ctx): Promise<SheetCheckView> {
  const { projectId, id } = await requireOwnTeam(scope, ctx);
  return startSheetCheck('roster', { projectId, teamId: id }, fileId, ctx);
}
