import type { ServiceMode } from '../../core/contract/cases.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { parsePlainDate } from '../../core/kit/plain-date.ts';
import { wrongField } from '../../platform/wrong-field.ts';
import type { Ctx } from '../../platform/context.ts';
import { getCase, orderRectification } from '../cases/index.ts';
import { printedOf } from './document.model.ts';
import type { DocumentRecord } from './document.record.ts';

/** Does the service of this paper change its case? Other papers belong to their proceeding by its id alone. */
export const ordersIt = ({ kind, caseId }: DocumentRecord): boolean =>
  kind === 'rectificationOrder' && caseId !== undefined;

/**
 * A served order is the case's order: its period runs from the day of service to the day the paper names.
 * @law INS-26-1
 */
export async function changeCaseByPaper(
  record: DocumentRecord,
  { servedOn, mode }: { servedOn: PlainDate; mode: ServiceMode },
  ctx: Ctx,
): Promise<void> {
  const { caseId } = record;
  if (caseId === undefined) return;
  const raw = (name: string): string => printedOf(record)?.fields.find((one) => one.name === name)?.raw ?? '';
  const rectifyBy = parsePlainDate(raw('改正期限'));
  if (rectifyBy === null || rectifyBy <= servedOn)
    throw wrongField(
      'handedOverOn',
      '送达之日已到或已过指令书写明的改正期限，请作废后重新制发',
      'The day the order names is over when it counts as served: void it and issue a new one',
    );
  const { version } = await getCase(caseId, ctx);
  const demands = raw('改正内容').slice(0, MOST_DEMANDS);
  const order = { servedOn, rectifyBy, mode, demands, fileIds: [] };
  await orderRectification(caseId, version, order, ctx, { companyId: record.companyId });
}

const MOST_DEMANDS = 2000;
