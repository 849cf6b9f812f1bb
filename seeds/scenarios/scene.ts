import type { CaseView } from '../../server/core/contract/cases.ts';
import type { NamedPerson, RegisterComplaint } from '../../server/core/contract/complaint-intake.ts';
import type { MonthOwed } from '../../server/core/contract/deadlines.ts';
import type { Fen } from '../../server/core/kit/money.ts';
import { allocateFen, fen } from '../../server/core/kit/money.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addPayMonths, payMonthOf } from '../../server/core/kit/plain-date.ts';
import type { Calendar } from '../../server/core/law/calendar/calendar.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { fileCase, investigateCase } from '../../server/features/cases/index.ts';
import { acceptComplaint, registerComplaint } from '../../server/features/complaints/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { systemCtx } from '../../server/platform/context.ts';
import type { Person } from '../demo-office.ts';
import { SECOND_INSPECTOR, staff, worker } from '../demo-office.ts';
import { placeholderFile } from '../placeholder-file.ts';
import { workingDaysBefore } from '../working-days.ts';
import type { Registry } from './registry.ts';

/** Who can be somewhere on a working day before today. */
export type Who =
  'clerk' | 'inspector' | 'second' | 'head' | 'grid' | 'housing' | 'worker' | 'otherWorker' | 'system';

/** One record with the version it was last seen at. */
export interface Ref {
  id: string;
  version: number;
}

/** The demo office on its working days: what every scenario is told with. */
export interface Scene extends Registry {
  inspectorId: string;
  secondId: string;
  /** The working day so many working days before today. */
  day(before: number): PlainDate;
  /** As this person on that working day, never later than now. */
  as(who: Who, before: number, hour?: number): Ctx;
  /** A placeholder that the inspector uploaded as evidence. */
  slip: string;
}

export async function openScene(ctx: Ctx, dataDir: string, registry: Registry): Promise<Scene> {
  const people: Record<Exclude<Who, 'system'>, Person> = {
    clerk: await staff('clerk'),
    inspector: await staff('inspector'),
    second: await staff(SECOND_INSPECTOR.login),
    head: await staff('head'),
    grid: await staff('grid'),
    housing: await staff('housing'),
    worker: await worker('13800000001'),
    otherWorker: await worker('13800000002'),
  };
  const calendar: Calendar = await loadCalendar(DEMO_AREA);
  const day = (before: number): PlainDate => workingDaysBefore(ctx.today, before, calendar);
  const as = (who: Who, before: number, hour = 10): Ctx => {
    const clerk = people.clerk.on(day(before), hour);
    const now = clerk.now < ctx.now ? clerk.now : ctx.now;
    if (who === 'system') return systemCtx('seeds', { now, today: day(before) });
    return { ...people[who].on(day(before), hour), now };
  };
  const slip = await placeholderFile(dataDir, '演示凭据.pdf', people.inspector.on(day(60)));
  return { ...registry, inspectorId: people.inspector.id, secondId: people.second.id, day, as, slip };
}

/** What differs from one complaint of the demo to the next. */
export type Told = Partial<RegisterComplaint> &
  Pick<RegisterComplaint, 'channel' | 'externalNumber' | 'story'>;

/** The company of this very name among those on record: the demo's desk has found it there. */
const onRecord = (
  { companyId, companyName, labourId, labourName }: Registry,
  name: string | undefined,
): string | undefined => {
  if (name === companyName) return companyId;
  return name === labourName ? labourId : undefined;
};

/** Written down at the desk on its day; the number keeps a second run from writing it again. */
export async function register(
  scene: Scene,
  before: number,
  told: Told,
  who: Who = 'clerk',
  hour = 9,
): Promise<Ref> {
  const receivedOn = scene.day(before);
  const month = payMonthOf(receivedOn);
  const employerId = onRecord(scene, told.employerName);
  const { id } = await registerComplaint(
    {
      ...{ intakeKind: 'COMPLAINT', receivedOn, areaCode: DEMO_AREA, headcount: 1, fileIds: [] },
      ...{ payMonths: [addPayMonths(month, -2), addPayMonths(month, -1)], owedFen: fen(960_000) },
      ...(employerId === undefined ? {} : { employerId }),
      ...told,
    },
    scene.as(who, before, hour),
  );
  return { id, version: 1 };
}

export async function accept(scene: Scene, { id, version }: Ref, before: number): Promise<Ref> {
  return acceptComplaint({ id, version }, {}, scene.as('clerk', before, 10));
}

/** Accepted, filed the same day and looked into the day after. */
export async function openCase(
  scene: Scene,
  complaint: Ref,
  before: number,
  { title, employer, ...given }: { title: string; employer: string; companyId?: string },
): Promise<CaseView> {
  const companyId = given.companyId ?? onRecord(scene, employer);
  const accepted = await accept(scene, complaint, before);
  const filed = await fileCase(
    {
      complaintIds: [accepted.id],
      title,
      respondent: { name: employer, ...(companyId === undefined ? {} : { companyId }) },
      leadInspectorId: scene.inspectorId,
      coInspectorId: scene.secondId,
    },
    scene.as('inspector', before, 11),
  );
  const { id, version } = filed;
  return investigateCase(id, version, {}, scene.as('inspector', Math.max(0, before - 1), 9));
}

/** A sum spread over the two months before the complaint. */
export function owed(scene: Scene, before: number, total: Fen): MonthOwed[] {
  const month = payMonthOf(scene.day(before));
  return allocateFen(total, [1, 1]).map((owedFen, at) => ({
    payMonth: addPayMonths(month, at - 2),
    owedFen,
  }));
}

/** One person with the arrears of two months. */
export const personOwed = (scene: Scene, before: number, name: string, total: number): NamedPerson => ({
  name,
  months: owed(scene, before, fen(total)),
});
