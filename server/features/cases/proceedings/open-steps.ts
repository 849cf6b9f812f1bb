import { openActions } from '../../../core/kit/flow.ts';
import type { Edge } from '../../../core/kit/flow.ts';
import type { CitableId } from '../../../core/law/articles.ts';
import { isCitable, printCitation } from '../../../core/law/articles.ts';
import type { Words } from '../../../core/alerts/rule.ts';
import type { ProceedingActionView } from '../../../core/contract/proceedings.ts';
import type { ProceedingTable, Situation } from '../../../core/proceedings/proceeding-table.ts';
import type { Ctx } from '../../../platform/context.ts';
import { idOf, rolesOn } from '../case-reach.ts';
import type { CaseRecord } from '../case.record.ts';
import { isSetAside } from '../recusal.ts';
import type { ProceedingRecord } from './proceeding.record.ts';

type Reader = Pick<Ctx, 'actor' | 'grants' | 'today'>;

export const citationWords = (id: string | undefined): Words | undefined =>
  id === undefined || !isCitable(id)
    ? undefined
    : { zh: printCitation(id, 'zh'), en: printCitation(id, 'en') };

/** The rule behind an edge, or behind the kind where the edge names none. */
export function citeOf(table: ProceedingTable, state: string, action: string): CitableId | undefined {
  const edge: Edge<string, string, string, string> | undefined = table.flow[state]?.[action];
  const id = edge?.cite;
  return id !== undefined && isCitable(id) ? id : undefined;
}

/** Is this the approval of what the same person asked for? */
export const isOwnStep = (
  table: ProceedingTable,
  action: string,
  one: Pick<ProceedingRecord, 'lastBy'> | undefined,
  ctx: Reader,
): boolean => {
  const userId = idOf(ctx);
  return table.actions[action]?.isApproval === true && userId !== undefined && one?.lastBy === userId;
};

/** Keeping evidence is looking for facts; everything else in a proceeding is signed, and not by who may have to go. */
export const mayNotSign = ({ kind }: ProceedingTable, record: CaseRecord, ctx: Reader): boolean =>
  kind !== 'evidencePreservation' && isSetAside(record, idOf(ctx) ?? '');

/** The buttons of a proceeding for this reader, each with its form, or with why it is not possible yet. */
export function stepsOpen(
  table: ProceedingTable,
  record: CaseRecord,
  one: ProceedingRecord,
  now: Situation,
  ctx: Reader,
): ProceedingActionView[] {
  if (mayNotSign(table, record, ctx)) return [];
  const roles = record.archive === undefined ? rolesOn(record, ctx) : [];
  return openActions(table.flow, one.state, roles, ctx.today).flatMap((action) => {
    const spec = table.actions[action];
    if (spec === undefined || isOwnStep(table, action, one, ctx)) return [];
    const citation = citationWords(citeOf(table, one.state, action));
    const notYet = spec.notYet?.(now);
    return {
      action,
      name: spec.name,
      fields: [...spec.fields],
      ...(citation === undefined ? {} : { citation }),
      ...(notYet === undefined ? {} : { notYet }),
    };
  });
}
