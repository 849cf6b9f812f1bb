import type { NamedPerson } from '../../server/core/contract/complaint-intake.ts';
import type { RegisteredChannel } from '../../server/core/contract/complaints.ts';
import type { Fen } from '../../server/core/kit/money.ts';
import { allocateFen, fen } from '../../server/core/kit/money.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addPayMonths, payMonthOf } from '../../server/core/kit/plain-date.ts';
import type { Draw } from '../random.ts';
import { drawFrom, drawnName, nobodysCitizenId } from '../random.ts';
import { CHANNELS, REPORTED } from './reported.ts';

/** One complaint with the case it led to. */
export interface Plan {
  number: string;
  channel: RegisteredChannel;
  receivedOn: PlainDate;
  acceptedOn: PlainDate;
  paidOn: PlainDate;
  closedOn: PlainDate;
  employerName: string;
  people: NamedPerson[];
  /** Seen for each person, in the order of the list. */
  seen: Fen[];
  /** Part of it was paid, the rest went to arbitration. */
  isPart: boolean;
}

/** Places in the order of receipt whose cases were closed in May, after the period. */
const CLOSED_LATER = new Set([61, 98, 117]);
const PART_PAID = new Set([23, 57, 90]);
const CHARGE = 20_200_430;

/** The year's work as it may have been: the same at every run. `days` are the working days from January to May. */
export function planComplaints(days: readonly PlainDate[]): Plan[] {
  const draw = drawFrom(CHARGE);
  const channels = shuffled(
    CHANNELS.flatMap(([channel, count]) => Array.from({ length: count }, () => channel)),
    draw,
  );
  const inPeriod = days.filter((day) => day <= REPORTED.to).length;
  const sizes = headcounts(draw);
  const yuan = amounts(draw);
  let serial = 0;
  return channels.map((channel, at) => {
    const isLate = CLOSED_LATER.has(at);
    const received = Math.floor((at * (inPeriod - 4)) / channels.length);
    const closed = isLate
      ? inPeriod + draw.between(2, 8)
      : Math.min(inPeriod - 1, received + draw.between(4, 22));
    const day = (place: number): PlainDate => dayAt(days, place);
    const accepted = Math.min(closed - 2, received + draw.between(0, 2));
    const isPart = PART_PAID.has(at);
    const size = isLate ? draw.between(1, 4) : (sizes.shift() ?? 1);
    const seen = Array.from({ length: size }, () =>
      isLate ? fen(draw.between(8_000, 24_000) * 100) : (yuan.shift() ?? fen(0)),
    );
    const months = [2, 1].map((back) => addPayMonths(payMonthOf(day(received)), -back));
    const people = seen.map((amount): NamedPerson => {
      serial += 1;
      return {
        name: drawnName(draw),
        citizenId: nobodysCitizenId(serial),
        months: split(fen(isPart ? amount + draw.between(2, 9) * 100_000 : amount), months),
      };
    });
    return {
      number: `WS2020-${String(at + 1).padStart(3, '0')}`,
      channel,
      receivedOn: day(received),
      acceptedOn: day(accepted),
      paidOn: day(closed - 1),
      closedOn: day(closed),
      employerName: `生成记录·用人单位 ${String(draw.between(1, 64)).padStart(2, '0')}`,
      ...{ people, seen, isPart },
    };
  });
}

/** 877 people in 115 cases: most of a handful, some of several teams. */
function headcounts(draw: Draw): number[] {
  const sizes = Array.from({ length: REPORTED.closed }, () => 1);
  for (let left = REPORTED.workers - REPORTED.closed; left > 0; left -= 1) {
    const at = draw.between(0, draw.between(0, REPORTED.closed - 1));
    sizes[at] = (sizes[at] ?? 0) + 1;
  }
  return shuffled(sizes, draw);
}

/** The sum reported, in whole yuan for each of the people, one by one. */
function amounts(draw: Draw): Fen[] {
  const weights = Array.from({ length: REPORTED.workers }, () => draw.between(6, 14));
  return allocateFen(fen(REPORTED.amountYuan), weights).map((yuan) => fen(yuan * 100));
}

function split(
  total: Fen,
  months: readonly NamedPerson['months'][number]['payMonth'][],
): NamedPerson['months'] {
  const parts = allocateFen(
    total,
    months.map(() => 1),
  );
  return months.map((payMonth, at) => ({ payMonth, owedFen: parts[at] ?? fen(0) }));
}

function shuffled<Value>(values: readonly Value[], draw: Draw): Value[] {
  const mixed = [...values];
  for (let at = mixed.length - 1; at > 0; at -= 1) {
    const other = draw.between(0, at);
    const [a, b] = [mixed[at], mixed[other]];
    if (a === undefined || b === undefined) continue;
    [mixed[at], mixed[other]] = [b, a];
  }
  return mixed;
}

function dayAt(days: readonly PlainDate[], place: number): PlainDate {
  const day = days[place];
  if (day === undefined) throw new Error('the plan runs past its last working day');
  return day;
}
