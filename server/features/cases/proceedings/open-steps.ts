import type { LifeActionView } from '../../../core/contract/lives.ts';
import type { ProceedingTable, Situation } from '../../../core/proceedings/proceeding-table.ts';
import type { Ctx } from '../../../platform/context.ts';
import { actionsOpen } from '../../../platform/lives/index.ts';
import { idOf, rolesOn } from '../case-reach.ts';
import type { CaseRecord } from '../case.record.ts';
import { isSetAside } from '../recusal.ts';
import type { ProceedingRecord } from './proceeding.record.ts';

type Reader = Pick<Ctx, 'actor' | 'grants' | 'today'>;

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
): LifeActionView[] {
  if (mayNotSign(table, record, ctx)) return [];
  const roles = record.archive === undefined ? rolesOn(record, ctx) : [];
  return actionsOpen({ table, now, roles, lastBy: one.lastBy }, ctx);
}
