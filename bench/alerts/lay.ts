import type mongoose from 'mongoose';
import { addDays, firstDayOf, payMonth, plainDate } from '../../server/core/kit/plain-date.ts';
import { withCheckDigit } from '../../server/core/kit/receipt-number.ts';
import { NATIONAL_CALENDAR } from '../../server/core/law/calendar/index.ts';
import { agreedPayDay, payDateOn } from '../../server/core/law/pay-date.ts';
import { Companies } from '../../server/features/companies/company.model.ts';
import { Ledgers } from '../../server/features/funds/ledger.model.ts';
import { Transactions } from '../../server/features/funds/transaction.model.ts';
import { PayrollLines } from '../../server/features/payroll/payroll-line.model.ts';
import { PayrollSheets } from '../../server/features/payroll/payroll-sheet.model.ts';
import { Projects } from '../../server/features/projects/project.model.ts';
import { Enrolments } from '../../server/features/roster/enrolment.model.ts';
import { TeamMonths } from '../../server/features/roster/team-month.model.ts';
import { Teams } from '../../server/features/roster/team.model.ts';
import { Safeguards } from '../../server/features/safeguards/safeguards.model.ts';
import { companyOf, crewOf, moneyOf, papersOf, projectOf } from './records.ts';
import type { Place } from './records.ts';

/** The night of the first look: a weekday in the middle of a month, with the wages of the month before paid or late. */
export const DAY = plainDate('2026-10-20');
export const MONTH = payMonth('2026-09');
const NOW = new Date('2026-10-19T02:00:00Z');
const AREA = '532601';
const TOWNS = ['001', '002', '003', '102', '103', '104', '105', '106', '107', '108'];
const TEAMS = 5;
/** Of each kind, for so many sites: a builder has some. */
const SITES_A_COMPANY = 8;
/** Documents to a command. */
const BATCH = 2_000;

export interface Size {
  projects: number;
  /** Payroll lines of the month, of all projects together. */
  lines: number;
}

/** Of these there are half a million. */
const MANY = [Enrolments, PayrollLines];

/** An id that says what it is of, so that a record laid twice is the same. */
const idOf = (kind: string, number: number): string => `b0${kind}${String(number).padStart(20, '0')}`;

function placeOf(number: number): Place {
  const builder = Math.floor(number / SITES_A_COMPANY);
  const payDay = 5 + ((number * 7) % 23);
  const { payOn } = payDateOn(agreedPayDay(MONTH, payDay, 'next'), NATIONAL_CALENDAR);
  return {
    ...{ number, id: idOf('01', number), now: NOW, day: DAY, month: MONTH, payDay, payOn },
    name: `测量项目 ${String(number + 1).padStart(5, '0')} 号`,
    code: withCheckDigit(String(100_000_000 + number)),
    areaCode: `${AREA}${TOWNS[number % TOWNS.length] ?? '001'}`,
    owner: idOf('02', builder),
    contractor: idOf('03', builder),
    labour: idOf('04', Math.floor(number / 3)),
    began: addDays(firstDayOf(MONTH), number % 3),
  };
}

/** Sites of one month with papers, money, teams, people, attendance and payrolls, written as they lie in the store. */
export async function layCounty({ projects, lines }: Size, say: (line: string) => void): Promise<void> {
  const companies = new Set<string>();
  const perTeam = Math.max(1, Math.round(lines / projects / TEAMS));
  const writer = new Writer();
  // Indexes made at the end, of all records at once, cost a fraction of what each record adds to them.
  for (const { collection } of MANY) await collection.dropIndexes();
  for (let number = 0; number < projects; number += 1) {
    if (number % 1_000 === 0) say(`laying sites: ${number} of ${projects}`);
    const place = placeOf(number);
    for (const id of [place.owner, place.contractor, place.labour]) {
      if (companies.has(id)) continue;
      companies.add(id);
      await writer.add(Companies, [companyOf(id, place)]);
    }
    await writer.add(Projects, [projectOf(place)]);
    await writer.add(Safeguards, papersOf(place));
    const { ledger, inflow } = moneyOf(place, perTeam * TEAMS);
    await writer.add(Ledgers, ledger);
    await writer.add(Transactions, inflow);
    for (let at = 0; at < TEAMS; at += 1) {
      const team = number * TEAMS + at;
      const crew = crewOf(place, { id: idOf('05', team), at, people: perTeam });
      await writer.add(Teams, [crew.team]);
      await writer.add(Enrolments, crew.enrolments);
      await writer.add(TeamMonths, crew.months);
      await writer.add(PayrollSheets, crew.sheets);
      await writer.add(PayrollLines, crew.lines);
    }
  }
  await writer.flush();
  say('making the indexes');
  for (const model of MANY) await model.createIndexes();
}

/** Past the models' own checks and hooks: what is written was made here, and half a million records are many. */
class Writer {
  readonly #waiting = new Map<string, { collection: mongoose.Collection; docs: object[] }>();
  #writing: Promise<unknown> = Promise.resolve();

  async add({ collection }: { collection: mongoose.Collection }, docs: readonly object[]): Promise<void> {
    const waiting = this.#waiting.get(collection.name) ?? { collection, docs: [] };
    this.#waiting.set(collection.name, waiting);
    waiting.docs.push(...docs);
    if (waiting.docs.length >= BATCH) await this.#write(waiting);
  }

  async flush(): Promise<void> {
    for (const waiting of this.#waiting.values()) await this.#write(waiting);
    await this.#writing;
  }

  async #write(waiting: { collection: mongoose.Collection; docs: object[] }): Promise<void> {
    const { collection, docs } = waiting;
    waiting.docs = [];
    // The next ones are made while the store writes these.
    await this.#writing;
    if (docs.length > 0) this.#writing = collection.insertMany(docs, { ordered: false });
    this.#writing.catch(() => undefined); // whoever writes next is told
  }
}
