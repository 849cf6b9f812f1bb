import type { FieldValue } from '../../server/core/lives/field.ts';
import type { Matter } from './matters.ts';

type Given = Record<string, FieldValue>;
/** How many working days ago, by whom, what; a number for a day is so many working days ago, too. */
export type Step = [ago: number, who: 'inspector' | 'head', action: string, given?: Given];
export interface Told {
  /** Words of the title of the case. */
  q: string;
  /** A case of its own, where the other matters of the demo have none of that age. */
  matter?: Matter;
  proposed: number;
  given: Given;
  steps: readonly Step[];
}

const noticed = (ago: number, number: number): Step[] => [
  [ago, 'head', 'approveNotice', { noticeNumber: `演示失告字第 ${number} 号` }],
  [ago, 'inspector', 'serveNotice', { noticeMode: 'DIRECT', noticeServedOn: ago }],
];
const published = (ago: number): Step => [
  ...([ago, 'inspector', 'publish'] as const),
  { publishedOn: ago, sharedOn: ago, publishedAt: '演示：本局网站' },
];
/** From the notice to the public list, in eleven working days. */
const listed = (ago: number, number: number): Step[] => [
  ...noticed(ago, number),
  [ago - 8, 'head', 'decide', { decidedOn: ago - 8, decisionNumber: `演示失列字第 ${number} 号` }],
  [ago - 9, 'inspector', 'serveDecision', { decisionMode: 'LEFT', decisionServedOn: ago - 9 }],
  published(ago - 10),
];
/** Corrected, half a year waited, applied and granted. */
const removedEarly = (corrected: number, ago: number, number: number): Step[] => [
  [
    corrected,
    'inspector',
    'correct',
    { correctedOn: corrected, correction: '演示：法院执行到位，全部付清。' },
  ],
  [ago, 'inspector', 'applyEarly', { earlyAppliedOn: ago, pledgedOn: ago, bar: 'NONE' }],
  [ago - 7, 'head', 'grantEarly', { earlyDecidedOn: ago - 7, earlyNumber: `演示失移字第 ${number} 号` }],
  [ago - 9, 'inspector', 'remove', { removedOn: ago - 9, removalSharedOn: ago - 9 }],
];
const gathered = (firm: string, headcount: number, owedFen: number): Given => ({
  ...{ ground: 'INCIDENT', headcount, owedFen },
  mainFacts: `演示：${firm}拖欠 ${headcount} 人工资，引发集体讨薪，责令限期支付期满未付。`,
});

const STONE = { firm: '演示：某石材公司', headcount: 14, owedFen: 16_800_000 };
const TILES = {
  ...{ firm: '演示：某防水公司', companyId: '5326010000000000000000e4' },
  ...{ headcount: 11, owedFen: 12_300_000 },
};
const WINDOWS = { firm: '演示：某门窗公司', headcount: 10, owedFen: 9_900_000 };
const LIFTS = { firm: '演示：某吊装公司', headcount: 16, owedFen: 21_600_000 };

/** One firm on the list, one told of it, one that objects, one off it early, one back on it, one whose order is gone. */
export const STORIES: readonly Told[] = [
  {
    q: '架子工班欠薪',
    proposed: 29,
    given: {
      ...{ ground: 'AMOUNT', owedFen: 5_760_000, headcount: 6 },
      amountReason: '演示：六人两个月工资合计 57600 元，单人 9600 元。',
      mainFacts: '演示：拖欠六人工资 57600 元，责令限期支付期满未付。',
    },
    steps: listed(28, 1),
  },
  {
    q: '木工班 30 人被拖欠工资',
    proposed: 3,
    given: {
      ...{ ground: 'INCIDENT', owedFen: 20_000_000, headcount: 30 },
      mainFacts: '演示：三十人集体讨薪，责令限期支付期满未付清。',
    },
    steps: noticed(2, 2),
  },
  {
    q: '石材公司拖欠工资',
    matter: {
      ...{ ...STONE, number: 'DEMO-listed-early', title: '演示：石材公司拖欠工资（提前移出名单）' },
      ...{ filed: 216, served: 211, payBy: 204, closed: 184 },
    },
    proposed: 203,
    given: gathered('某石材公司', STONE.headcount, STONE.owedFen),
    steps: [...listed(202, 3), ...removedEarly(185, 45, 3)],
  },
  {
    q: '防水公司拖欠工资',
    matter: {
      ...{ ...TILES, number: 'DEMO-listed-again', title: '演示：防水公司拖欠工资（恢复列入名单）' },
      ...{ filed: 246, served: 241, payBy: 234, closed: 214 },
    },
    proposed: 233,
    given: gathered('某防水公司', TILES.headcount, TILES.owedFen),
    steps: [
      ...listed(232, 4),
      ...removedEarly(215, 70, 4),
      [
        ...([12, 'head', 'restore'] as const),
        {
          ...{ restoredOn: 12, restoreNumber: '演示失复字第 4 号' },
          restoreReason: '演示：提前移出时提交的付款凭证虚假。',
        },
      ],
      [11, 'inspector', 'serveDecision', { decisionMode: 'DIRECT', decisionServedOn: 11 }],
      published(10),
    ],
  },
  {
    q: '门窗公司拖欠工资',
    matter: {
      ...{ ...WINDOWS, number: 'DEMO-order-revoked', title: '演示：门窗公司拖欠工资（指令被撤销）' },
      ...{ filed: 34, served: 31, payBy: 25 },
    },
    proposed: 24,
    given: gathered('某门窗公司', WINDOWS.headcount, WINDOWS.owedFen),
    steps: [...listed(23, 5), [3, 'inspector', 'orderRevoked', { orderRevokedOn: 3 }]],
  },
  {
    q: '吊装公司拖欠工资',
    matter: {
      ...{ ...LIFTS, number: 'DEMO-objects', title: '演示：吊装公司拖欠工资（列入异议）' },
      ...{ filed: 24, served: 21, payBy: 14 },
    },
    proposed: 12,
    given: gathered('某吊装公司', LIFTS.headcount, LIFTS.owedFen),
    steps: [
      ...noticed(7, 6),
      [3, 'inspector', 'objection', { objectedOn: 3, objection: '演示：称已与工人达成分期协议。' }],
    ],
  },
];
