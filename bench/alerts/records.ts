import { createHash } from 'node:crypto';
import mongoose from 'mongoose';
import { fen } from '../../server/core/kit/money.ts';
import type { PayMonth, PlainDate } from '../../server/core/kit/plain-date.ts';
import { addDays, addMonths, lastDayOf } from '../../server/core/kit/plain-date.ts';
import type { StoredBank } from '../../server/features/payroll/payroll.record.ts';
import { keptOf } from '../../server/features/payroll/sheet-kept.ts';

/** One site of the county that is laid. */
export interface Place {
  number: number;
  id: string;
  code: string;
  name: string;
  areaCode: string;
  owner: string;
  contractor: string;
  labour: string;
  began: PlainDate;
  payDay: number;
  payOn: PlainDate;
  /** The night of the look, and a moment before it. */
  day: PlainDate;
  now: Date;
  month: PayMonth;
}

const { ObjectId } = mongoose.Types;
const RATE = 28_000;
const DAYS = 22;
const WAGE = RATE * DAYS;
const ATTENDED = DAYS * 100;
/** As long as what really is sealed; nobody opens it here. */
const SEALED = { keyId: 'bench-key', box: 'A'.repeat(64) };
const indexOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
/** Every so many sites, or teams, one lacks something: the rest is in order. */
const lacks = (number: number, every: number, at: number): boolean => number % every === at;

export const companyOf = (id: string, { areaCode, now }: Place): object => ({
  ...{ _id: new ObjectId(id), name: `测量建筑 ${id.slice(-6)} 有限公司`, areaCode: areaCode.slice(0, 6) },
  ...{ state: 'active', formerNames: [], createdAt: now, version: 1 },
});

export const projectOf = (place: Place): object => ({
  ...{ _id: new ObjectId(place.id), code: place.code, name: place.name, areaCode: place.areaCode },
  ...{
    site: `开化街道 ${String(place.number)} 号`,
    investmentType: 'PRIVATE',
    industryDepartment: 'housing',
  },
  parties: [
    { role: 'projectOwner', companyId: place.owner },
    { role: 'generalContractor', companyId: place.contractor },
    { role: 'labourSubcontractor', companyId: place.labour },
  ],
  ...{ state: 'building', startedOn: place.began, createdAt: place.now, version: 1 },
});

/** Contract, permit, account, bond and board; some sites lack one of them. */
export function papersOf({ number, id, began, payDay, name, month }: Place): object[] {
  if (lacks(number, 50, 1)) return [];
  const account = {
    ...{ bankName: '测量银行', branchCode: 'B001', branchName: '测量支行' },
    ...{ accountName: `${name}农民工工资专用账户`, openedOn: began, tripartiteSignedOn: began },
    ...(lacks(number, 30, 2) ? {} : { filedOn: addDays(began, 5) }),
  };
  const bond = { kind: 'cash', amountFen: 60_000_000, storedOn: addDays(began, 6), bankName: '测量银行' };
  const record = {
    _id: new ObjectId(),
    projectId: id,
    contract: {
      ...{ signedOn: addDays(began, -10), amountFen: 3_000_000_000, plannedFrom: began },
      ...{ plannedUntil: addMonths(began, 14), labourCostFen: WAGE * 50, labourCostCycleMonths: 1 },
      ...{ labourCostDay: 10, payDay, payDayIn: 'next' },
    },
    permit: { number: `532601${String(number).padStart(12, '0')}`, issuedOn: addDays(began, -5) },
    ...(lacks(number, 25, 3) ? {} : { account }),
    ...(lacks(number, 25, 4) ? {} : { bond }),
    labourOfficer: { name: '测量员', appointedOn: began },
    officerPhone: SEALED,
    projectDepartment: { name: '项目部', managerName: '测量员' },
    boardPhotos: lacks(number, 40, 5) ? [] : [{ fileId: 'bench', takenOn: addDays(lastDayOf(month), 3) }],
    version: 1,
  };
  return [record];
}

/** The wage account; now and then the owner paid nothing in. */
export function moneyOf(
  { id, areaCode, number, month, now }: Place,
  people: number,
): { ledger: object[]; inflow: object[] } {
  const on = addDays(lastDayOf(month), -20);
  const isPaidIn = !lacks(number, 20, 6);
  const amountFen = WAGE * people;
  const common = { projectId: id, areaCode, branchCode: 'B001' };
  const ledger = {
    ...{ ...common, balanceFen: isPaidIn ? amountFen : 0, postings: 1, payFilesWaiting: 0 },
    ...(isPaidIn ? { lastInflowOn: on } : {}),
  };
  const inflow = {
    ...{ ...common, place: 1, direction: 'in', kind: 'labourCost', amountFen, on },
    ...{ counterparty: '建设单位', bankRef: `bench-${id}`, balanceFen: amountFen, postedAt: now },
  };
  return { ledger: [ledger], inflow: isPaidIn ? [inflow] : [] };
}

interface Gang {
  id: string;
  at: number;
  people: number;
}

/** One team with its people, the attendance of its month and its payroll. */
export function crewOf(place: Place, { id, at, people }: Gang) {
  const { number, areaCode, began, month, now } = place;
  const order = number * 7 + at;
  const [teamId, projectId, employerId] = [
    new ObjectId(id),
    new ObjectId(place.id),
    new ObjectId(place.labour),
  ];
  const where = { projectId, employerId, areaCode };
  const name = `${String(at + 1)} 班`;
  const hands = Array.from({ length: people }, (_, row) => {
    const key = `${id}:${String(row)}`;
    return { key, _id: new ObjectId(), workerId: new ObjectId(), name: `工人${key.slice(-8)}` };
  });
  const enrolments = hands.map((hand, row) => ({
    ...{ _id: hand._id, ...where, teamId, workerId: hand.workerId, name: hand.name },
    ...{ citizenId: SEALED, phone: SEALED, bankCard: SEALED, bankName: '测量银行' },
    ...{ citizenIdIndex: indexOf(`c${hand.key}`), phoneIndex: indexOf(`p${hand.key}`) },
    bankCardIndex: indexOf(row === 1 && lacks(order, 600, 7) ? `b${id}:0` : `b${hand.key}`),
    ...{
      workType: '020',
      workRole: 'BUILDER',
      isTeamLeader: row === 0,
      payKind: 'TIME_RATE',
      dayRateFen: RATE,
    },
    ...(row === 2 && lacks(order, 500, 8)
      ? {}
      : { contract: { kind: 'labourContract', signedOn: began, from: began } }),
    ...{ safetyTrainedOn: began, state: 'onSite', enteredOn: began, missing: [], openIn: teamId },
    ...{ createdAt: now, version: 1 },
  }));
  const isFiled = !lacks(order, 400, 9);
  const lines = hands.map((hand, row) => lineOf(place, { ...hand, teamId: id, row, order }));
  const sheet = sheetOf(place, { id, at, people }, lines);
  return {
    team: { _id: teamId, ...where, name, enteredOn: began, createdAt: now, version: 1 },
    enrolments,
    months: [
      { projectId, teamId, month, people, daysHundredths: ATTENDED * people, lastOn: lastDayOf(month) },
    ],
    sheets: isFiled ? [sheet] : [],
    lines: isFiled ? lines.map((line) => ({ ...line, sheetId: String(sheet._id) })) : [],
  };
}

interface Row {
  teamId: string;
  row: number;
  order: number;
  key: string;
  _id: mongoose.Types.ObjectId;
  workerId: mongoose.Types.ObjectId;
  name: string;
}

function lineOf({ id, labour, areaCode, month, payOn, day }: Place, hand: Row) {
  const { row, order } = hand;
  const isDue = payOn <= day;
  const isShort = row === 3 && lacks(order, 300, 11);
  const amountFen = fen(isShort ? WAGE / 2 : WAGE);
  const bank: StoredBank =
    !isDue || lacks(order, 250, 10)
      ? { state: 'none', attempts: 0 }
      : { state: 'credited', attempts: 1, amountFen, on: payOn };
  const said = { kind: isShort ? ('less' as const) : ('right' as const), at: new Date(`${payOn}T12:00:00Z`) };
  const answer = isDue && row < 2 + Number(isShort) * 2 ? { ...said, via: 'phone' as const } : undefined;
  return {
    ...{ _id: new ObjectId(), version: 1, projectId: id, areaCode, employerId: labour, teamId: hand.teamId },
    ...{ payMonth: month, standing: true, row: row + 2, workerId: String(hand.workerId) },
    ...{ enrolmentId: String(hand._id), workerName: hand.name, citizenId: SEALED, bankCard: SEALED },
    ...{ citizenIdIndex: indexOf(`c${hand.key}`), bankCardIndex: indexOf(`b${hand.key}`), phone: SEALED },
    ...{ bankName: '测量银行', workType: '020', payKind: 'TIME_RATE' },
    ...{ daysHundredths: ATTENDED, attendedHundredths: ATTENDED, dayRateFen: RATE },
    ...{ overtimeFen: 0, allowancesFen: 0, backPayFen: 0, grossFen: WAGE, advanceFen: 0 },
    deductions: { incomeTax: 0, socialInsurance: 0, courtOrdered: 0, damage: 0, other: 0 },
    ...{ netFen: fen(WAGE), isSigned: true, bank },
    ...(answer === undefined ? {} : { answer }),
    answers: answer === undefined ? [] : [answer],
  };
}

type Line = ReturnType<typeof lineOf>;

function sheetOf(place: Place, { id, at, people }: Gang, lines: readonly Line[]) {
  const _id = new ObjectId();
  const credited = lines.filter(({ bank }) => bank.state === 'credited');
  const answered = (kind: 'right' | 'less'): number =>
    lines.filter(({ answer }) => answer?.kind === kind).length;
  const filedOn = addDays(place.payOn, -8);
  const filedAt = new Date(`${filedOn}T02:00:00Z`);
  const moved = { at: filedAt, on: filedOn, by: { kind: 'system' } };
  const [right, less] = [answered('right'), answered('less')];
  return {
    ...{ _id, version: 1, projectId: place.id, projectName: place.name, areaCode: place.areaCode },
    ...{ employerId: place.labour, employerName: '测量劳务', teamId: id, teamName: `${String(at + 1)} 班` },
    ...{
      payMonth: place.month,
      revision: 1,
      state: credited.length > 0 ? 'paid' : 'approved',
      standing: true,
    },
    ...{ source: 'workbook', contentHash: String(_id), payOn: place.payOn, people },
    ...{ grossFen: WAGE * people, deductionsFen: 0, netFen: WAGE * people },
    creditedFen: credited.reduce((sum, { bank }) => sum + (bank.amountFen ?? 0), 0),
    ...{ sent: credited.length, credited: credited.length, bounced: 0 },
    answers: { right, less, nothing: 0, notMe: 0, unanswered: people - right - less },
    ...keptOf(lines),
    ...{ notices: [], noticeCount: 0, noticeRules: [], filedAt, filedOn, filedBy: { name: '测量数据' } },
    history: [{ action: 'file', to: 'signing', ...moved }],
  };
}
