import type { CaseView } from '../../../core/contract/cases.ts';
import type { ProceedingTable } from '../../../core/proceedings/proceeding-table.ts';
import type { Ctx } from '../../../platform/context.ts';
import { toldFacts } from '../../../platform/lives/index.ts';
import { holdFiles } from '../../files/index.ts';
import { caseView } from '../case-view.ts';
import type { CaseRecord } from '../case.record.ts';
import { saveStep } from '../move-case.ts';
import { alsoServedOn, tellDemand } from '../served-companies.ts';
import { newFiles } from '../order-rectification.ts';
import { tellComplainants, tellHeads, tellInspectors } from '../tell-case.ts';
import { tellProceedingStep } from './proceeding-listeners.ts';
import type { ProceedingRecord } from './proceeding.record.ts';
import type { Step } from './take-step.ts';

/** Does somebody have to approve what has just been done? */
const waitsForHead = (table: ProceedingTable, state: string): boolean =>
  Object.keys(table.flow[state] ?? {}).some((action) => table.actions[action]?.isApproval === true);

/** What complainants are told of: that it was decided who pays, and that the employer has been told so. */
const DECISION_STEPS: Readonly<Record<string, 'caseDecided' | 'caseDecisionServed'>> = {
  make: 'caseDecided',
  serve: 'caseDecisionServed',
};

/** One write for all of it: the proceeding, the case's version, periods, history and event, and whoever has to know. */
export async function saveProceeding(
  table: ProceedingTable,
  record: CaseRecord,
  { one, action, step }: { one: ProceedingRecord; action: string; step: Step },
  ctx: Ctx,
): Promise<CaseView> {
  const spec = table.actions[action];
  const fields = spec?.fields ?? [];
  const { fileIds } = step.given;
  const files = Array.isArray(fileIds) ? fileIds : [];
  const holder = `case:${String(record._id)}` as const;
  await holdFiles(files, holder, ctx, { purposes: ['evidence', 'document'], field: 'given.fileIds' });
  const { id, kind, number, state } = one;
  const before = record.proceedings ?? [];
  const proceedings = before.some((other) => other.id === id)
    ? before.map((other) => (other.id === id ? one : other))
    : [...before, one];
  const changed = await saveStep(
    record,
    'proceed',
    step.move,
    {
      proceedings,
      proceeding: { id, kind, number, action, given: step.given },
      set: alsoServedOn(record, one.addressee?.companyId),
      push: { fileIds: newFiles(record.fileIds, files) },
      facts: {
        proceeding: id,
        kind,
        number,
        step: action,
        proceedingState: state,
        ...toldFacts(fields, step.given),
      },
      fileIds: files,
      andAlso: async (after) => {
        await tellDemand(after, one, action, ctx);
        await tellProceedingStep(String(after._id), one, ctx);
        if (waitsForHead(table, state)) await tellHeads(after, 'caseProceedingWaits', ctx);
        const told = kind === 'decision' ? DECISION_STEPS[action] : undefined;
        if (told !== undefined) await tellComplainants(after, told, {}, ctx);
        if (spec?.isApproval === true) await tellInspectors(after, 'caseProceedingAnswered', ctx);
      },
    },
    ctx,
  );
  return caseView(changed, ctx);
}
