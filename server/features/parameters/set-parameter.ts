import type { ParameterValue, SetParameter } from '../../core/contract/areas.ts';
import { AppError } from '../../platform/app-error.ts';
import { appendEvent } from '../../platform/audit/index.ts';
import type { Ctx } from '../../platform/context.ts';
import { actorRef } from '../../platform/context.ts';
import { inTransaction } from '../../platform/db.ts';
import { fieldProblems } from '../../platform/http/field-messages.ts';
import { requireReach } from '../areas/index.ts';
import { definitionOf } from './parameters.ts';
import { valueShape } from './definitions.ts';
import { valueView } from './parameter-view.ts';
import { insertValue } from './parameter-value.model.ts';

/**
 * Sets a regional value from a day on, past, present or future, with the instrument that says so. Values are never
 * edited: a wrong one is corrected by another for the same day, and both stay on record.
 */
export async function setParameter(key: string, input: SetParameter, ctx: Ctx): Promise<ParameterValue> {
  if (definitionOf(key) === null) throw new AppError('notFound');
  requireReach(input.areaCode, ctx);
  checkParameterValue(key, input.value);
  const { areaCode, from, value, source } = input;
  return inTransaction(async () => {
    const stored = await insertValue({
      key,
      areaCode,
      from,
      value,
      source,
      setBy: actorRef(ctx.actor),
      setAt: ctx.now,
    });
    const facts = { key, from, value, source };
    await appendEvent({ subject: `parameter:${key}`, areaCode, action: 'parameter.set', facts }, ctx);
    return valueView(stored);
  });
}

/** Refuses a value that is not what this parameter takes, field by field; a key nobody knows is not found. */
export function checkParameterValue(key: string, value: unknown): void {
  const definition = definitionOf(key);
  if (definition === null) throw new AppError('notFound');
  const checked = valueShape(definition)
    .label('value')
    .validate(value, { abortEarly: false, convert: false });
  if (!checked.error) return;
  const problems = fieldProblems(checked.error, 'body').map((problem) => ({
    ...problem,
    path: ['value', problem.path].filter(Boolean).join('.'),
  }));
  throw new AppError('invalidInput', { count: problems.length }, problems);
}
