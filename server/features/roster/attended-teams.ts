import mongoose from 'mongoose';
import type { PayMonth } from '../../core/kit/plain-date.ts';
import { Attendance } from './attendance.model.ts';

/** How many people of a team are known to have worked in a month. */
export interface AttendedTeam {
  teamId: string;
  month: PayMonth;
  people: number;
}

/** Of every team and month of a project with any attendance; what nobody recorded is left out (index projectId+month). */
export async function attendedTeams(
  projectId: string,
  from: PayMonth,
  to: PayMonth,
): Promise<AttendedTeam[]> {
  const found = await Attendance.aggregate<{ _id: { teamId: unknown; month: PayMonth }; people: number }>([
    {
      $match: {
        projectId: new mongoose.Types.ObjectId(projectId),
        month: { $gte: from, $lte: to },
        daysHundredths: { $gt: 0 },
      },
    },
    { $group: { _id: { teamId: '$teamId', month: '$month' }, people: { $sum: 1 } } },
  ]);
  return found.map(({ _id, people }) => ({ teamId: String(_id.teamId), month: _id.month, people }));
}
