import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { StandIn } from '../../core/office/stand-ins.ts';
import { standInsOn } from '../../core/office/stand-ins.ts';
import { remembered } from '../../platform/remembered.ts';
import { findAbsencesFrom } from './absence.model.ts';

const memory = remembered<ReadonlyMap<string, readonly StandIn[]>>();

/** Who stands in for whom on this day; asked with every request, so it is kept for a second. */
const onDay = (today: PlainDate): Promise<ReadonlyMap<string, readonly StandIn[]>> =>
  memory.get(today, async () => standInsOn(await findAbsencesFrom(today), today));

export const forgetStandIns = (): void => memory.forget();

/** For whom this person stands in today. */
export async function standInsOf(userId: string, today: PlainDate): Promise<readonly StandIn[]> {
  return (await onDay(today)).get(userId) ?? [];
}

/** These people, and whoever stands in today for one of them: whom something is told that was meant for them. */
export async function withSubstitutes(userIds: readonly string[], today: PlainDate): Promise<string[]> {
  const standing = [...(await onDay(today))].filter(([, absent]) =>
    absent.some(({ userId }) => userIds.includes(userId)),
  );
  return [...new Set([...userIds, ...standing.map(([userId]) => userId)])];
}
