import type { ProceedingKindView } from '../../../core/contract/proceedings.ts';
import { PROCEEDING_KINDS } from '../../../core/contract/proceedings.ts';
import { openActions } from '../../../core/kit/flow.ts';
import { OPEN, UNOPENED } from '../../../core/lives/life-table.ts';
import { PROCEEDINGS } from '../../../core/proceedings/proceedings.ts';
import type { Ctx } from '../../../platform/context.ts';
import { rolesOn } from '../case-reach.ts';
import { getCaseRecord } from '../move-case.ts';
import { citationWords, citeOf } from '../../../platform/lives/index.ts';
import { groundOf, situationOf } from './proceeding-situation.ts';

/** What this reader can open on the case now, each kind with its form, or with why it is not possible yet. */
export async function listProceedingKinds(
  caseId: string,
  ctx: Ctx,
): Promise<{ items: ProceedingKindView[]; total: number; nextCursor: null }> {
  const record = await getCaseRecord(caseId, ctx);
  const now = situationOf(record, undefined, await groundOf(record, ctx.today));
  const roles = record.state === 'closed' ? [] : rolesOn(record, ctx);
  const items = PROCEEDING_KINDS.flatMap((kind): ProceedingKindView[] => {
    const { name, why, flow, actions, cite } = PROCEEDINGS[kind];
    const form = actions[OPEN];
    if (form === undefined || !openActions(flow, UNOPENED, roles, ctx.today).includes(OPEN)) return [];
    const citation = citationWords(citeOf(PROCEEDINGS[kind], UNOPENED, OPEN) ?? cite);
    const notYet = form.notYet?.(now);
    return [
      {
        kind,
        name,
        why,
        fields: [...form.fields],
        ...(citation === undefined ? {} : { citation }),
        ...(notYet === undefined ? {} : { notYet }),
      },
    ];
  });
  return { items, total: items.length, nextCursor: null };
}
