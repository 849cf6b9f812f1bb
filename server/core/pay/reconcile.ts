import type { Disagreement, DisagreementKind } from '../contract/pay-overview.ts';
import type { BankState, PayAnswer } from '../contract/payroll.ts';
import type { Fen } from '../kit/money.ts';
import { fen, formatYuan } from '../kit/money.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { isPastPayDay } from './pay-tone.ts';

/** Everything on record of one person's month on one project. */
export interface PersonMonth {
  enrolmentId?: string;
  workerName: string;
  teamName: string;
  /** Hundredths of days; absent where nobody recorded this person at all. */
  attendedHundredths?: number;
  /** Did anybody record attendance of this team in this month? Without it, absence says nothing. */
  teamHasAttendance: boolean;
  /** Has this team filed a sheet for the month? */
  teamHasFiled: boolean;
  /** The line of the sheet that stands. */
  line?: {
    id: string;
    daysHundredths: number;
    netFen: Fen;
    bank: BankState;
    answer?: { kind: PayAnswer; amountFen?: Fen };
    complaintId?: string;
  };
  /** Credited by a bank for this month, under whatever line; 0 for nothing. */
  creditedFen: Fen;
}
export interface ReconcileDay {
  payOn?: PlainDate;
  today: PlainDate;
}

type Found = readonly [kind: DisagreementKind, zh: string, en: string];
const yuan = (amount: Fen): string => formatYuan(amount);
const days = (hundredths: number): string => String(hundredths / 100);

/**
 * Attendance, payroll, bank and the worker's own answer of one person's month: each disagreement is a row of its own.
 * What is not due yet and what nobody recorded is no disagreement; an answer not given is said to be missing, and never
 * taken for agreement.
 */
export function reconcile(person: PersonMonth, on: ReconcileDay): Disagreement[] {
  const found = [...byAttendance(person, on), ...byBank(person, on), ...byAnswer(person, on)];
  return found.map(([kind, zh, en]) => ({ kind, ...facts(person), zh, en }));
}

function facts(person: PersonMonth): Omit<Disagreement, 'kind' | 'zh' | 'en'> {
  const { enrolmentId, workerName, teamName, attendedHundredths, line, creditedFen } = person;
  return {
    workerName,
    teamName,
    ...(enrolmentId === undefined ? {} : { enrolmentId }),
    ...(attendedHundredths === undefined ? {} : { attendedHundredths }),
    ...(line === undefined && creditedFen === 0 ? {} : { creditedFen }),
    ...(line === undefined
      ? {}
      : {
          lineId: line.id,
          payrollDaysHundredths: line.daysHundredths,
          netFen: line.netFen,
          ...(line.complaintId === undefined ? {} : { complaintId: line.complaintId }),
          ...(line.answer === undefined ? {} : { answer: line.answer.kind }),
          ...(line.answer?.amountFen === undefined ? {} : { answerFen: line.answer.amountFen }),
        }),
  };
}

function byAttendance(person: PersonMonth, { payOn, today }: ReconcileDay): Found[] {
  const { line, attendedHundredths: attended, teamHasAttendance, teamHasFiled } = person;
  if (line === undefined) {
    const isMissing = (attended ?? 0) > 0 && (teamHasFiled || isPastPayDay(payOn, today));
    const said = days(attended ?? 0);
    return isMissing
      ? [['attendedNotOnPayroll', `出勤 ${said} 天，工资表上没有`, `Worked ${said} days, not on the payroll`]]
      : [];
  }
  if (!teamHasAttendance) return [];
  if (attended === undefined || attended === 0) {
    return line.daysHundredths === 0 && line.netFen === 0
      ? []
      : [['onPayrollNotAttended', '工资表上有，没有出勤记录', 'On the payroll without any attendance']];
  }
  if (line.daysHundredths <= attended) return [];
  const [paid, seen] = [days(line.daysHundredths), days(attended)];
  return [
    [
      'moreDaysThanAttended',
      `工资表 ${paid} 天，考勤 ${seen} 天`,
      `${paid} days on the payroll, ${seen} attended`,
    ],
  ];
}

function byBank({ line, creditedFen }: PersonMonth, { payOn, today }: ReconcileDay): Found[] {
  const got = yuan(creditedFen);
  if (line === undefined) {
    if (creditedFen === 0) return [];
    return [
      ['creditedNotOnPayroll', `到账 ${got} 元，工资表上没有`, `${got} yuan credited, not on the payroll`],
    ];
  }
  const net = yuan(line.netFen);
  if (creditedFen > line.netFen)
    return [['creditedMore', `应发 ${net} 元，到账 ${got} 元`, `${net} yuan due, ${got} credited`]];
  if (creditedFen === line.netFen) return [];
  if (line.bank === 'bounced')
    return [
      [
        'bounced',
        `银行退回 ${yuan(fen(line.netFen - creditedFen))} 元`,
        `The bank returned ${yuan(fen(line.netFen - creditedFen))} yuan`,
      ],
    ];
  if (creditedFen > 0 || line.bank === 'credited')
    return [['creditedLess', `应发 ${net} 元，到账 ${got} 元`, `${net} yuan due, ${got} credited`]];
  if (!isPastPayDay(payOn, today)) return [];
  return line.bank === 'sent'
    ? [['creditedLess', `已送银行，过了发薪日仍未到账`, 'Sent to the bank, not credited by the pay day']]
    : [['notSentToBank', `过了发薪日，没有送银行`, 'Not sent to the bank by the pay day']];
}

function byAnswer({ line, creditedFen }: PersonMonth, { payOn, today }: ReconcileDay): Found[] {
  if (line === undefined) return [];
  const { answer } = line;
  switch (answer?.kind) {
    case 'right':
      return [];
    case 'less': {
      const told = answer.amountFen === undefined ? '' : yuan(answer.amountFen);
      return [
        told === ''
          ? ['answeredLess', '本人说少了', 'Says it was less']
          : ['answeredLess', `本人说只收到 ${told} 元`, `Says only ${told} yuan arrived`],
      ];
    }
    case 'nothing':
      return [['answeredNothing', '本人说没有收到', 'Says nothing arrived']];
    case 'notMe':
      return [['answeredNotMe', '本人说这不是自己', 'Says this is somebody else']];
    case undefined:
      return creditedFen > 0 || isPastPayDay(payOn, today)
        ? [['unanswered', '本人还没有回答', 'Has not answered yet']]
        : [];
  }
}
