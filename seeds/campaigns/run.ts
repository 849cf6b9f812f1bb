import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import { addDays, addYears } from '../../server/core/kit/plain-date.ts';
import { usualWindow } from '../../server/core/law/winter-campaign.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import {
  listCampaigns,
  moveCampaign,
  openCampaign,
  rollUpCampaigns,
} from '../../server/features/campaigns/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { staff } from '../demo-office.ts';

/** Days after the first on which people were received, and what it came to. */
const RECEPTIONS = [
  { after: 4, visitors: 26, mattersTold: 9, mattersSettled: 3 },
  { after: 11, visitors: 14, mattersTold: 6, mattersSettled: 4 },
] as const;

/** The campaign of this winter, or of the last one while this one has not begun, with its reception days. */
export async function seedCampaigns(ctx: Ctx): Promise<number> {
  if ((await listCampaigns({ limit: 1 }, ctx)).total > 0) return 0;
  const calendar = await loadCalendar(DEMO_AREA);
  const next = usualWindow(ctx.today, calendar);
  const window =
    next !== undefined && next.startsOn > ctx.today ? usualWindow(addYears(ctx.today, -1), calendar) : next;
  if (window === undefined) return 0;
  const leader = await staff('leader');
  const on = (day: PlainDate): Ctx => {
    const own = leader.on(day);
    return own.now < ctx.now ? own : { ...own, now: ctx.now };
  };
  const name = `${window.startsOn.slice(0, 4)} 年治理欠薪冬季行动`;
  const given = { name, ...window, basis: '演示：当年冬季行动通知' };
  let { id, version } = await openCampaign({ areaCode: DEMO_AREA, given }, on(window.startsOn));
  for (const { after, ...counts } of RECEPTIONS) {
    const receivedOn = addDays(window.startsOn, after);
    if (receivedOn > ctx.today) continue;
    const received = { receivedOn, receivedBy: '演示：分管副市长，人社、住建、公安、司法', ...counts };
    ({ id, version } = await moveCampaign(
      { id, action: 'receive', version },
      { given: received },
      on(receivedOn),
    ));
  }
  await rollUpCampaigns({ now: ctx.now });
  return 1;
}
