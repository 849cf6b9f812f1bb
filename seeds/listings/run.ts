import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import type { FieldValue } from '../../server/core/lives/field.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { listCases } from '../../server/features/cases/index.ts';
import { listListings, moveListing, openListing } from '../../server/features/listings/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';
import { workingDaysBefore } from '../working-days.ts';

type Given = Record<string, FieldValue>;
/** How many working days ago, by whom, what. */
type Step = [ago: number, who: 'inspector' | 'head', action: string, given?: Given];
interface Told {
  q: string;
  proposed: number;
  given: Given;
  steps: (day: (ago: number) => PlainDate) => Step[];
}

const noticed = (ago: number, number: number, day: (ago: number) => PlainDate): Step[] => [
  [ago, 'head', 'approveNotice', { noticeNumber: `演示失告字第 ${number} 号` }],
  [ago, 'inspector', 'serveNotice', { noticeMode: 'DIRECT', noticeServedOn: day(ago) }],
];

const STORIES: readonly Told[] = [
  {
    q: '架子工班欠薪',
    proposed: 29,
    given: {
      ...{ ground: 'AMOUNT', owedFen: 5_760_000, headcount: 6 },
      amountReason: '演示：六人两个月工资合计 57600 元，单人 9600 元。',
      mainFacts: '演示：拖欠六人工资 57600 元，责令限期支付期满未付。',
    },
    steps: (day) => [
      ...noticed(28, 1, day),
      [20, 'head', 'decide', { decidedOn: day(20), decisionNumber: '演示失列字第 1 号' }],
      [19, 'inspector', 'serveDecision', { decisionMode: 'LEFT', decisionServedOn: day(19) }],
      [
        18,
        'inspector',
        'publish',
        { publishedOn: day(18), sharedOn: day(18), publishedAt: '演示：本局网站' },
      ],
    ],
  },
  {
    q: '木工班 30 人被拖欠工资',
    proposed: 3,
    given: {
      ...{ ground: 'INCIDENT', owedFen: 20_000_000, headcount: 30 },
      mainFacts: '演示：三十人集体讨薪，责令限期支付期满未付清。',
    },
    steps: (day) => noticed(2, 2, day),
  },
];

/** One firm on the list and one that was told of it; what is there already is left alone. */
export async function seedListings(ctx: Ctx): Promise<number> {
  const people = { inspector: await staff('inspector'), head: await staff('head') };
  const calendar = await loadCalendar(DEMO_AREA);
  const day = (ago: number): PlainDate => workingDaysBefore(ctx.today, ago, calendar);
  const as = (who: 'inspector' | 'head', ago: number): Ctx => people[who].on(day(ago), 15);
  let made = 0;
  for (const { q, proposed, given, steps } of STORIES) {
    const inspector = as('inspector', proposed);
    const [theCase] = (await listCases({ q, limit: 1 }, inspector)).items;
    if (theCase === undefined) continue;
    if ((await listListings({ caseId: theCase.id }, inspector)).total > 0) continue;
    const persons = [{ kind: 'principal', name: '演示某甲', post: '法定代表人' } as const];
    let view = await openListing({ caseId: theCase.id, party: 'respondent', persons, given }, inspector);
    for (const [ago, who, action, said = {}] of steps(day))
      view = await moveListing({ ...view, action, given: said }, as(who, ago));
    made += 1;
  }
  return made;
}
