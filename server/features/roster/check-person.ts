import type { WriteEnrolment } from '../../core/contract/roster.ts';
import { checkBankCard, checkCitizenId, isMobile } from '../../core/kit/identity-numbers.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { findWorkType } from '../../core/pay/work-types.ts';
import type { Secrets } from './enrolment.model.ts';

export type PersonContent = Omit<WriteEnrolment, 'projectId' | 'teamId'>;

/** One field that cannot be right, or that somebody should look at. */
export interface PersonFault {
  field: keyof PersonContent;
  rule: string;
  level: 'block' | 'notice';
  zh: string;
  en: string;
}

const fault = (
  field: PersonFault['field'],
  rule: string,
  level: PersonFault['level'],
  zh: string,
  en: string,
): PersonFault => ({ field, rule, level, zh, en });

/** What is wrong with a person as he was typed or imported; the numbers in the form in which they are stored. */
export function checkPerson(
  input: PersonContent,
  today: PlainDate,
): { secrets: Secrets; faults: PersonFault[] } {
  const secrets: Secrets = {};
  const faults = [
    ...checkNumbers(input, secrets, today),
    ...checkPay(input),
    ...checkContract(input, today),
    ...(findWorkType(input.workType) === undefined
      ? [fault('workType', 'workType.known', 'block', '工种不在字典中', 'Not a work type of the dictionary')]
      : []),
    ...(input.safetyTrainedOn !== undefined && input.safetyTrainedOn > today
      ? [fault('safetyTrainedOn', 'day.future', 'block', '日期不能晚于今天', 'The day lies in the future')]
      : []),
  ];
  return { secrets, faults };
}

function checkNumbers({ citizenId, phone, bankCard }: PersonContent, secrets: Secrets, today: PlainDate) {
  const faults: PersonFault[] = [];
  if (citizenId !== undefined) {
    const read = checkCitizenId(citizenId, today);
    if (read.ok) secrets.citizenId = read.value;
    else
      faults.push(
        fault('citizenId', 'citizenId.valid', 'block', '不是有效的居民身份证号', 'Not a valid citizen id'),
      );
  }
  if (phone !== undefined) {
    if (isMobile(phone)) secrets.phone = phone;
    else faults.push(fault('phone', 'phone.valid', 'block', '不是有效的手机号', 'Not a mobile number'));
  }
  if (bankCard !== undefined) {
    const read = checkBankCard(bankCard);
    if (read.ok) secrets.bankCard = read.value;
    else
      faults.push(
        fault(
          'bankCard',
          'bankCard.valid',
          'block',
          '银行卡号应为 13–19 位数字',
          'A bank card has 13 to 19 digits',
        ),
      );
    if (read.ok && !read.luhn)
      faults.push(
        fault(
          'bankCard',
          'bankCard.luhn',
          'notice',
          '卡号校验位不符，请核对',
          'The check digit of the card does not agree',
        ),
      );
  }
  return faults;
}

function checkPay({
  payKind,
  dayRateFen,
  monthRateFen,
  piecePriceFen,
  pieceUnit,
}: PersonContent): PersonFault[] {
  if (payKind === 'PIECE_RATE') {
    if (piecePriceFen !== undefined && pieceUnit !== undefined) return [];
    const field = piecePriceFen === undefined ? 'piecePriceFen' : 'pieceUnit';
    return [
      fault(field, 'pay.piece', 'block', '计件须填写单价和单位', 'A piece rate needs a price and a unit'),
    ];
  }
  if (dayRateFen !== undefined || monthRateFen !== undefined) return [];
  return [
    fault(
      'dayRateFen',
      'pay.time',
      'block',
      '计时须填写日工资或月工资',
      'A time rate needs a day’s or a month’s pay',
    ),
  ];
}

function checkContract({ contract }: PersonContent, today: PlainDate): PersonFault[] {
  if (contract === undefined) return [];
  if (contract.signedOn > today)
    return [
      fault('contract', 'contract.day', 'block', '签订日期不能晚于今天', 'Signed on a day in the future'),
    ];
  if (contract.until === undefined || contract.until >= contract.from) return [];
  return [
    fault('contract', 'contract.term', 'block', '合同终止日早于起始日', 'The contract ends before it begins'),
  ];
}
