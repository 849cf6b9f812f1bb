import { addDays } from '../../server/core/kit/plain-date.ts';
import type { FieldValue } from '../../server/core/lives/field.ts';
import { listCases } from '../../server/features/cases/index.ts';
import {
  movePublication,
  proposePublication,
  publicationsOfCase,
} from '../../server/features/publications/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';

type Given = Record<string, FieldValue>;

/** What is invented for firms that are in no register. */
const invented = (name: string, facts: string): Given => ({
  ...{ violation: 'WAGES', companyName: name, creditCode: '91530000DEMO000000' },
  ...{ address: '演示：文山市', legalRepresentative: '演示：某甲', mainFacts: facts },
  ...{ handling: '演示：依法作出决定并送达。', noSecrets: true, noPrivacy: true, remediesSeen: true },
});

/** How many days ago, by whom, what. */
type Step = [ago: number, who: 'inspector' | 'head', action: string, given?: Given];
interface Told {
  q: string;
  proposed: number;
  given: Given;
  steps: Step[];
}

const STORIES: readonly Told[] = [
  {
    q: '砂浆公司拒不提供台账',
    proposed: 28,
    given: invented('演示：某砂浆公司', '演示：拒不提供工资支付台账，拖欠工资。'),
    steps: [
      [27, 'head', 'approve'],
      [26, 'inspector', 'publish', { occasion: 'AD_HOC', places: '演示：本地报纸' }],
    ],
  },
  {
    q: '架子工班欠薪',
    proposed: 2,
    given: invented('演示：某劳务公司', '演示：责令改正后逾期仍未支付工资。'),
    steps: [],
  },
];

/** One violation that the public reads, and one that waits for the head; what is there already is left alone. */
export async function seedPublications(ctx: Ctx): Promise<number> {
  const people = { inspector: await staff('inspector'), head: await staff('head') };
  const as = (who: 'inspector' | 'head', ago: number): Ctx => people[who].on(addDays(ctx.today, -ago), 10);
  let made = 0;
  for (const { q, proposed, given, steps } of STORIES) {
    const [theCase] = (await listCases({ q, limit: 1 }, as('inspector', 0))).items;
    if (theCase === undefined) continue;
    const before = await publicationsOfCase(theCase.id, as('inspector', proposed));
    if (before.items.length > 0 || before.open === undefined || before.open.notYet !== undefined) continue;
    let view = await proposePublication({ caseId: theCase.id, given }, as('inspector', proposed));
    for (const [ago, who, action, said = {}] of steps)
      view = await movePublication({ ...view, action, given: said }, as(who, ago));
    made += 1;
  }
  return made;
}
