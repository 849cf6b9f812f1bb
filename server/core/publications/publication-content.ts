import type { Words } from '../alerts/rule.ts';
import type { PlainDate } from '../kit/plain-date.ts';
import { words, wrong } from '../lives/facts.ts';
import type { FieldSpec } from '../lives/field.ts';
import { choice, line, text, tick } from '../lives/form.ts';
import type { Facts, LengthsOfArea, LifeSituation, WrongValue } from '../lives/life-table.ts';
import type { FoundInText } from './personal-data.ts';
import { personalDataIn } from './personal-data.ts';

/** What is published of whom, and nothing else. @law PUB-2 */
export const SIX_ITEMS = [
  'companyName',
  'creditCode',
  'address',
  'legalRepresentative',
  'mainFacts',
  'handling',
] as const;
export type SixItem = (typeof SIX_ITEMS)[number];

/** The decision the publication rests on, as it stands today. */
export interface DecisionBehind {
  readonly number: string;
  readonly servedOn: PlainDate;
  readonly remediesEndOn?: PlainDate;
  /** Changed or revoked since. */
  readonly isGone: boolean;
}

export interface PublicationSituation extends LifeSituation {
  readonly officeCode: string;
  /** Absent: nothing was decided against the company, or nothing was served. */
  readonly decision?: DecisionBehind;
  /** What the register says of the company: used where nothing is typed. */
  readonly onRecord: Readonly<Partial<Record<SixItem, string>>>;
  /** Names that must not stand in the text; known when a text is taken in. */
  readonly privateNames: readonly string[];
  readonly area: LengthsOfArea & { readonly termMonths?: number };
}

type Now = PublicationSituation;

const ITEM_NAMES: Readonly<Record<SixItem, Words>> = {
  companyName: words('违法主体全称', 'Full name'),
  creditCode: words('统一社会信用代码（注册号）', 'Unified social credit code'),
  address: words('地址', 'Address'),
  legalRepresentative: words('法定代表人或者负责人姓名', 'Legal representative or person in charge'),
  mainFacts: words('主要违法事实', 'Main facts of the violation'),
  handling: words('相关处理情况', 'How it was handled'),
};
const FROM_RECORD = words('不填则用企业登记信息', 'Left empty: as the register of companies says');
const FOUND_WORDS: Readonly<Record<FoundInText, Words>> = {
  phone: words('手机号码', 'a phone number'),
  citizenId: words('身份证号码', 'an identity number'),
  bankCard: words('银行卡号', 'a bank card number'),
  name: words('劳动者姓名', 'the name of a worker'),
};

const recorded = (name: SixItem): FieldSpec =>
  line(name, ITEM_NAMES[name], { isRequired: false, hint: FROM_RECORD });

/** The six items and the three things looked at before anything is published. @law PUB-2 @law PUB-3 */
export const CONTENT: readonly FieldSpec[] = [
  choice('violation', words('应当公布的情形', 'Which violation'), {
    WAGES: words(
      '克扣、无故拖欠劳动报酬数额较大，或者拒不支付劳动报酬已移送司法机关',
      'Wages withheld in a large amount, or refusal to pay transferred to the police',
    ),
    SOCIAL_INSURANCE: words('不依法参加社会保险或者不缴纳社会保险费，情节严重', 'Social insurance, serious'),
    HOURS: words('违反工作时间和休息休假规定，情节严重', 'Working hours and rest, serious'),
    WOMEN_AND_MINORS: words('违反女职工和未成年工特殊劳动保护规定，情节严重', 'Women and minors, serious'),
    CHILD_LABOUR: words('违反禁止使用童工规定', 'Child labour'),
    INFLUENCE: words('造成严重不良社会影响', 'Serious influence on society'),
    OTHER: words('其他重大劳动保障违法行为', 'Another serious violation'),
  }),
  ...(['companyName', 'creditCode', 'address', 'legalRepresentative'] as const).map(recorded),
  text('mainFacts', ITEM_NAMES.mainFacts, {
    most: 800,
    hint: words(
      '不得写入劳动者姓名、电话、证件和银行卡号',
      'No names of workers, phone, identity or card numbers',
    ),
  }),
  text('handling', ITEM_NAMES.handling, { most: 800 }),
  tick('noSecrets', words('已核对：不含国家秘密、商业秘密', 'Checked: no state or trade secrets')),
  tick('noPrivacy', words('已核对：不含个人隐私', 'Checked: nothing private')),
  tick('remediesSeen', words('已核对：决定的送达和复议、诉讼期限', 'Checked: service and remedies')),
];

/** What still keeps it from being published as it is written. */
export function contentWrong({ facts, onRecord, privateNames }: Now): WrongValue | undefined {
  for (const item of SIX_ITEMS) {
    const said = facts[item] ?? onRecord[item];
    if (typeof said !== 'string' || said.trim() === '')
      return wrong(item, `${ITEM_NAMES[item].zh}须齐全才能公布`, 'All six items are needed');
  }
  for (const item of ['mainFacts', 'handling'] as const) {
    const [found] = personalDataIn(String(facts[item]), privateNames);
    if (found !== undefined)
      return wrong(item, `不能含有${FOUND_WORDS[found].zh}`, `It contains ${FOUND_WORDS[found].en}`);
  }
  for (const name of ['noSecrets', 'noPrivacy', 'remediesSeen'])
    if (facts[name] !== true) return wrong(name, '公布前须逐项核对', 'Each is checked before publishing');
  return undefined;
}

/** The six items as they will stand: what was typed, otherwise what the register says. */
export const sixItems = ({ facts, onRecord }: Now): Facts =>
  Object.fromEntries(
    SIX_ITEMS.flatMap((item) => {
      const said = facts[item] ?? onRecord[item];
      return said === undefined ? [] : [[item, said] as const];
    }),
  );
