import mongoose from 'mongoose';
import { drawFrom, drawnName, nobodysCitizenId } from '../../seeds/random.ts';
import { runSeeds } from '../../seeds/run-seeds.ts';
import { loadConfig } from '../../server/config.ts';
import { configure } from '../../server/configure.ts';
import { payMonth, plainDate } from '../../server/core/kit/plain-date.ts';
import { openAccount } from '../../server/features/accounts/index.ts';
import { PAYROLL_COLUMNS } from '../../server/features/payroll/index.ts';
import { Attendance } from '../../server/features/roster/attendance.model.ts';
import { enrolmentDocument, Enrolments } from '../../server/features/roster/enrolment.model.ts';
import { Teams } from '../../server/features/roster/team.model.ts';
import { Workers, workerSecrets } from '../../server/features/workers/worker.model.ts';
import { signDailyRoot } from '../../server/platform/audit/index.ts';
import { systemClock } from '../../server/platform/clock.ts';
import { systemCtx } from '../../server/platform/context.ts';
import { connectDb, disconnectDb, prepareStore } from '../../server/platform/db.ts';
import { createLog } from '../../server/platform/log.ts';
import { openStore } from '../../server/platform/open-store.ts';
import { searchFields } from '../../server/platform/search/index.ts';
import { writeTemplate } from '../../server/platform/workbooks/index.ts';

export const LOGIN = 'bench-payroll';
export const READER = 'bench-reader';
export const PASSWORD = 'correct horse 42';
/** A site of the demo registry and its general contractor. */
export const PROJECT = '5326010000000000000000d1';
const COMPANY = '5326010000000000000000c1';
export const MONTH = payMonth('2026-10');
const AREA = '532601001';
const DAYS = 22;
const RATE = 30_000;

export interface Hand {
  name: string;
  citizenId: string;
  bankCard: string;
}
export interface Crew {
  teamId: string;
  hands: Hand[];
}

/** A data folder with the demo region and two teams of these sizes, on site and with a month of attendance. */
export async function prepareCrews(
  dir: string,
  sizes: readonly number[],
  say: (line: string) => void,
): Promise<Crew[]> {
  const config = loadConfig({ DATA_DIR: dir, NODE_ENV: 'development', DEMO: 'true', LOG_LEVEL: 'silent' });
  configure(config, systemClock);
  const store = await openStore(config, createLog('silent'));
  await connectDb(store.uri);
  await prepareStore();
  const ctx = systemCtx('bench', { now: systemClock.now(), today: systemClock.today() });
  await runSeeds({ ctx, demo: true, regionCode: '5326' });
  const own = {
    role: 'contractor',
    areaCode: '532601',
    companyId: COMPANY,
    position: 'labourOfficer',
  } as const;
  const reads = { role: 'inspector', areaCode: '532601' } as const;
  const secret = { text: PASSWORD, mustChange: false };
  await openAccount({ name: '测量员', login: LOGIN, grants: [own] }, secret, ctx);
  await openAccount({ name: '旁人', login: READER, grants: [reads] }, secret, ctx);
  const crews: Crew[] = [];
  let serial = 0;
  for (const size of sizes) {
    say(`a team of ${size}`);
    crews.push(await addCrew(size, serial));
    serial += size;
  }
  // As on any morning: the nights since the first of the demo's events are signed.
  await signDailyRoot({ today: ctx.today, now: ctx.now });
  await disconnectDb();
  await store.stop();
  return crews;
}

async function addCrew(size: number, from: number): Promise<Crew> {
  const draw = drawFrom(size);
  const teamId = new mongoose.Types.ObjectId();
  const createdAt = systemClock.now();
  const where = { projectId: PROJECT, employerId: COMPANY, areaCode: AREA };
  const enteredOn = plainDate('2026-03-02');
  await Teams.create([{ _id: teamId, ...where, name: `${size} 人班组`, enteredOn, createdAt, version: 1 }]);
  const hands: Hand[] = [];
  for (let at = 0; at < size; at += 500) {
    const some = Array.from({ length: Math.min(500, size - at) }, (_, index) =>
      handOf(from + at + index, draw),
    );
    hands.push(...some);
    const ids = some.map(() => new mongoose.Types.ObjectId());
    await Workers.insertMany(
      some.map(({ name, citizenId, bankCard }, index) => ({
        ...{ _id: ids[index], name, areaCode: AREA, createdAt, state: 'active', version: 1 },
        ...workerSecrets.sealFields(ids[index], { citizenId, bankCard }),
        ...searchFields({ persons: [name] }),
      })),
      { lean: true },
    );
    const enrolments = some.map(({ name, citizenId, bankCard }, index) => {
      const job = {
        workType: '020',
        workRole: 'BUILDER',
        isTeamLeader: false,
        payKind: 'TIME_RATE',
      } as const;
      const signed = { kind: 'labourContract', signedOn: enteredOn, from: enteredOn } as const;
      const content = { ...where, teamId: String(teamId), workerId: String(ids[index]), name, ...job };
      const state = { contract: signed, dayRateFen: RATE, state: 'onSite', missing: [], enteredOn } as const;
      return enrolmentDocument({ ...content, ...state, missing: [], createdAt }, { citizenId, bankCard });
    });
    await Enrolments.insertMany(enrolments, { lean: true });
    const days = Array.from({ length: DAYS }, () => 100);
    await Attendance.insertMany(
      enrolments.map(({ _id, projectId }) => ({
        ...{ enrolmentId: _id, projectId, teamId, month: MONTH, version: 1 },
        ...{ daysHundredths: DAYS * 100, hoursHundredths: 0 },
        workbook: { days, hours: days.map(() => null) },
      })),
    );
  }
  return { teamId: String(teamId), hands };
}

function handOf(serial: number, draw: ReturnType<typeof drawFrom>): Hand {
  const body = `621700${String(serial).padStart(12, '0')}`;
  const sum = [...body].reverse().reduce((acc, digit, at) => {
    const value = Number(digit) * (at % 2 === 0 ? 2 : 1);
    return acc + (value > 9 ? value - 9 : value);
  }, 0);
  const bankCard = `${body}${(10 - (sum % 10)) % 10}`;
  return { name: drawnName(draw), citizenId: nobodysCitizenId(serial), bankCard };
}

/** The month's workbook; `round` makes each one another revision. */
export async function workbookOf({ hands }: Crew, round: number): Promise<Uint8Array> {
  const rows = hands.map((hand, at) => {
    const allowancesFen = at === 0 ? round * 100 : 0;
    const grossFen = DAYS * RATE + allowancesFen;
    return {
      ...{ ...hand, payKind: 'TIME_RATE', daysHundredths: DAYS * 100, dayRateFen: RATE },
      ...{ allowancesFen, grossFen, netFen: grossFen, isSigned: '是' },
    };
  });
  return writeTemplate(PAYROLL_COLUMNS, rows, { title: '工资表' });
}
