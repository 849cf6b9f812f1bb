import type { ReleaseKind, ReleaseView } from '../../server/core/contract/releases.ts';
import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addDays } from '../../server/core/kit/plain-date.ts';
import type { FieldValue } from '../../server/core/lives/field.ts';
import { getProject } from '../../server/features/projects/index.ts';
import { getRelease, listReleases, moveRelease, openRelease } from '../../server/features/releases/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';
import { placeholderFile } from '../placeholder-file.ts';

type Given = Record<string, FieldValue>;
type Who = 'contractor' | 'clerk' | 'inspector' | 'head';

/** How many days ago, by whom, what. */
type Step = [ago: number, who: Who, action: string, given?: Given];
interface Story {
  projectId: string;
  kind: ReleaseKind;
  begun: number;
  given?: Given;
  steps: readonly Step[];
}

const FINISHED = { closureReason: 'WORKS_FINISHED' };
const OTHER_BANK = { closureReason: 'BANK_CHANGED' };
const PAID_SITE = '5326010000000000000000dc';
const SITE_IN_ARREARS = '5326010000000000000000d4';

/** A notice that runs, one in review, one that waits for the bank, two refused, and an account that gives way to another. */
const STORIES: readonly Story[] = [
  {
    ...{ projectId: PAID_SITE, kind: 'accountClosure', begun: 70, given: FINISHED },
    steps: [
      [69, 'clerk', 'publish'],
      [20, 'contractor', 'apply'],
      [18, 'inspector', 'pass'],
      [17, 'head', 'confirm'],
    ],
  },
  {
    ...{ projectId: PAID_SITE, kind: 'bondReturn', begun: 60 },
    steps: [
      [58, 'clerk', 'publish'],
      [2, 'contractor', 'apply'],
    ],
  },
  {
    ...{ projectId: SITE_IN_ARREARS, kind: 'bondReturn', begun: 60 },
    steps: [
      [58, 'clerk', 'publish'],
      [
        ...([50, 'clerk', 'object'] as const),
        {
          objectionKind: 'ARREARS',
          objection: '演示：工人来电说最后三个月工资没发',
          told: '演示：有工人反映欠薪',
        },
      ],
      [12, 'contractor', 'apply'],
      [10, 'inspector', 'refuse', { grounds: '演示：最后三个月的工资没有付清。' }],
    ],
  },
  {
    ...{ projectId: SITE_IN_ARREARS, kind: 'accountClosure', begun: 6, given: FINISHED },
    steps: [[5, 'clerk', 'publish']],
  },
  {
    ...{ projectId: '5326010000000000000000da', kind: 'accountClosure', begun: 62, given: OTHER_BANK },
    steps: [
      [60, 'clerk', 'publish'],
      [9, 'contractor', 'apply'],
      [7, 'inspector', 'refuse', { grounds: '演示：有班组有考勤而没有工资表，查清后再申请。' }],
    ],
  },
  {
    ...{ projectId: '5326010000000000000000d1', kind: 'accountClosure', begun: 3, given: OTHER_BANK },
    steps: [[2, 'clerk', 'publish']],
  },
];

/** Somebody of the general contractor of a site, in that company's rights and no others. */
function ofContractor(ctx: Ctx, companyId: string): Ctx {
  const { actor } = ctx;
  if (actor.kind !== 'user') return ctx;
  const grants = actor.grants.map((grant) => ({ ...grant, companyId }));
  return { ...ctx, grants, actor: { ...actor, grants } };
}

/** Closings and returns of the demo region, through the use cases; a site that has any is left alone. */
export async function seedReleases(ctx: Ctx, dataDir: string): Promise<number> {
  const people = {
    ...{ contractor: await staff('company'), clerk: await staff('clerk') },
    ...{ inspector: await staff('inspector'), head: await staff('head') },
  };
  if ((await listReleases({ limit: 1 }, people.inspector.on(ctx.today))).items.length > 0) return 0;
  let made = 0;
  for (const story of STORIES) {
    const { parties } = await getProject(story.projectId, ctx);
    const companyId = parties.find(({ role }) => role === 'generalContractor')?.companyId ?? '';
    const as = (who: Who, ago: number): Ctx => {
      const then = people[who].on(addDays(ctx.today, -ago), 10);
      return who === 'contractor' ? ofContractor(then, companyId) : then;
    };
    const on = (ago: number): PlainDate => addDays(ctx.today, -ago);
    const begun = as('contractor', story.begun);
    const fileId = await placeholderFile(dataDir, '演示：无拖欠承诺书和公示照片.pdf', begun);
    const days = { pledgedOn: on(story.begun), postedOn: on(story.begun) };
    const pledge = { pledgedBy: '演示：某经理', ...days, noArrears: true, fileIds: [fileId] };
    const { projectId, kind } = story;
    let view: ReleaseView = await openRelease(
      { projectId, kind, given: { ...story.given, ...pledge } },
      begun,
    );
    for (const [ago, who, action, given = {}] of story.steps) {
      const heard = action === 'object' ? { heardOn: on(ago) } : {};
      // A long holiday may carry a notice past the day of this story: then it stays where it is.
      const { actions } = await getRelease(view.id, as(who, ago));
      if (actions.find((one) => one.action === action)?.notYet !== undefined) break;
      const moved = { id: view.id, version: view.version, action, given: { ...given, ...heard } };
      view = await moveRelease(moved, as(who, ago));
    }
    made += 1;
  }
  return made;
}
