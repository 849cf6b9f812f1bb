import type { MoveLife } from '../../core/contract/lives.ts';
import type { ReleaseView } from '../../core/contract/releases.ts';
import { dueOf } from '../../core/lives/facts.ts';
import { AppError } from '../../platform/app-error.ts';
import type { Ctx } from '../../platform/context.ts';
import type { LifePlan, LifeStep } from '../../platform/lives/index.ts';
import { moveLife } from '../../platform/lives/index.ts';
import { casesOfProject } from '../cases/index.ts';
import { carryOut } from './carry-out.ts';
import { getReleaseRecord } from './get-release.ts';
import { numberConfirmation } from './number-confirmation.ts';
import { releaseKind } from './release-kind.ts';
import type { ObjectionRecord, ReleaseRecord } from './release.model.ts';
import { releasesWithin } from './release-reach.ts';
import { releaseView } from './release-view.ts';
import { tellOfMove } from './tell-release.ts';

export interface MoveRelease extends MoveLife {
  id: string;
  action: string;
  version: number;
}

type Plan = LifePlan<ReleaseRecord>;
type Planned = (record: ReleaseRecord, step: LifeStep, ctx: Ctx) => Promise<Plan> | Plan;

function heard({ objections }: ReleaseRecord, { given }: LifeStep): ObjectionRecord {
  const { told } = given;
  return {
    number: objections.length + 1,
    kind: given['objectionKind'] as ObjectionRecord['kind'], // one of the form's choices
    heardOn: given['heardOn'] as ObjectionRecord['heardOn'], // a day, by the form
    text: String(given['objection']),
    ...(typeof told === 'string' ? { told } : {}),
  };
}

/** What a step changes beside itself. */
const PLANS: Readonly<Record<string, Planned>> = {
  publish: (_record, { after }, { today }) => {
    const now = { deadlines: after.deadlines };
    const until = dueOf(now, 'accountNotice') ?? dueOf(now, 'bondNotice') ?? today;
    return { set: { publishedOn: today, publicUntil: until } };
  },
  object: (record, step) => {
    const one = heard(record, step);
    return { set: { objections: [...record.objections, one] }, facts: { number: one.number } };
  },
  answerObjection: ({ objections }, { given }, { today }) => ({
    set: {
      objections: objections.map((one) =>
        one.number === given['objectionNumber']
          ? { ...one, answeredOn: today, outcome: given['objectionOutcome'] as 'SETTLED' | 'DISMISSED' } // the form's choices
          : one,
      ),
    },
  }),
  answerUnpaidCase: async ({ projectId, settledCases }, { given }) => {
    const { unpaid } = await casesOfProject(projectId);
    const found = unpaid.find(({ caseNumber }) => caseNumber === given['settledCaseNumber']);
    if (found === undefined) throw new AppError('conflict');
    return { set: { settledCases: [...settledCases, found.id] }, facts: { caseId: found.id } };
  },
  confirm: numberConfirmation,
  carryOut,
};

/**
 * One step of a release, by its table. What stands in its way is counted in the very transaction that writes the step.
 * @law REG-27-2
 * @law BON-20
 */
export async function moveRelease(asked: MoveRelease, ctx: Ctx): Promise<ReleaseView> {
  const { id, action, version, given } = asked;
  const limits = await releasesWithin(ctx);
  const { kind } = await getReleaseRecord(id, ctx);
  const step = { id, action, version, given };
  const changed = await moveLife(releaseKind(kind), step, limits, ctx, async (record, taken) => {
    const plan = (await PLANS[action]?.(record, taken, ctx)) ?? {};
    return {
      ...plan,
      facts: { kind, ...plan.facts },
      andAlso: async (after) => {
        await plan.andAlso?.(after);
        await tellOfMove(after, action, ctx);
      },
    };
  });
  return releaseView(changed, ctx);
}
