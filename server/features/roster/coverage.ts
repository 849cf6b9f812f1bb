import mongoose from 'mongoose';
import type { CoverageView } from '../../core/contract/roster.ts';
import { Enrolments } from './enrolment.model.ts';

const has = (field: string): object => ({ $cond: [{ $ifNull: [field, false] }, 1, 0] });
const oid = (id: string): mongoose.Types.ObjectId => new mongoose.Types.ObjectId(id);

/**
 * How far a project's people are covered today: contract, real name, own bank card (not on another person here), one
 * site only. Of these employers alone where they are named (index projectId+teamId+name).
 */
export async function coverageOf(
  projectId: string,
  employerIds: readonly string[] | null = null,
): Promise<CoverageView> {
  const mine = {
    projectId: oid(projectId),
    ...(employerIds === null ? {} : { employerId: { $in: employerIds.map(oid) } }),
  };
  const [present] = await Enrolments.aggregate<Omit<CoverageView, 'withCard' | 'leftUnsettled'>>([
    { $match: { ...mine, state: 'onSite' } },
    {
      $group: {
        _id: null,
        present: { $sum: 1 },
        withContract: { $sum: has('$contract.kind') },
        withRealName: { $sum: has('$citizenIdIndex') },
        onSeveralSites: { $sum: has('$elsewhere') },
      },
    },
    { $project: { _id: 0 } },
  ]);
  const [cards] = await Enrolments.aggregate<{ own: number }>([
    { $match: { ...mine, state: 'onSite', bankCardIndex: { $exists: true } } },
    { $group: { _id: '$bankCardIndex', holders: { $addToSet: '$workerId' } } },
    { $group: { _id: null, own: { $sum: { $cond: [{ $eq: [{ $size: '$holders' }, 1] }, 1, 0] } } } },
  ]);
  const leftUnsettled = await Enrolments.countDocuments({
    ...mine,
    state: 'left',
    'settlement.dueOn': { $exists: true },
    'settlement.settledOn': { $exists: false },
  });
  const nobody = { present: 0, withContract: 0, withRealName: 0, onSeveralSites: 0 };
  return { ...(present ?? nobody), withCard: cards?.own ?? 0, leftUnsettled };
}
