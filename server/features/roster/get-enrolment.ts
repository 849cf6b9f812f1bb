import type { EnrolmentView } from '../../core/contract/roster.ts';
import type { Ctx } from '../../platform/context.ts';
import { enrolmentView } from './enrolment-view.ts';
import { getEnrolmentRecord } from './roster-reach.ts';

/** One person on a roster, for whoever may see him by name. */
export const getEnrolment = async (id: string, ctx: Ctx): Promise<EnrolmentView> =>
  enrolmentView((await getEnrolmentRecord(id, ctx)).record, ctx);
