import type Joi from 'joi';
import type { FieldProblem } from '../../core/contract/errors.ts';
import type { StandardBundle } from '../../core/contract/standard-data.ts';
import { AppError } from '../../platform/app-error.ts';
import { fieldProblems } from '../../platform/http/field-messages.ts';
import { MOST_TOLD } from './bundle-faults.ts';
import { BUNDLE_ITEMS, bundleHead } from './exchange.schemas.ts';

/** Of tens of thousands of items so many are read before others have their turn. */
const SLICE = 250;

/** A bundle whose lists are lists of a bearable length, and no more. */
export type LooseBundle = Pick<StandardBundle, 'project'> & Record<keyof typeof BUNDLE_ITEMS, unknown[]>;

/**
 * Reads every object of a bundle field by field, unknown fields refused, in slices: one read of a large bundle at once
 * would keep everybody else waiting. All faults together, by object and field.
 */
export async function checkBundle(given: LooseBundle): Promise<StandardBundle> {
  const faults: FieldProblem[] = [];
  const take = (shape: Joi.Schema, value: unknown, path: string): unknown => {
    const checked = shape.validate(value, { abortEarly: false, convert: true });
    for (const one of checked.error === undefined ? [] : fieldProblems(checked.error, 'body'))
      faults.push({ ...one, path: one.path === '' ? path : `${path}.${one.path}` });
    return checked.value as unknown;
  };
  const read: Record<string, unknown> = { project: take(bundleHead, given.project, 'project') };
  for (const [name, shape] of Object.entries(BUNDLE_ITEMS)) {
    const items = given[name as keyof typeof BUNDLE_ITEMS]; // a key of this very table
    const taken: unknown[] = [];
    for (const [at, item] of items.entries()) {
      if (at % SLICE === SLICE - 1) await new Promise<void>((resolve) => setImmediate(resolve));
      taken.push(take(shape, item, `${name}.${String(at)}`));
    }
    read[name] = taken;
  }
  if (faults.length > 0)
    throw new AppError('invalidInput', { count: faults.length }, faults.slice(0, MOST_TOLD));
  return read as unknown as StandardBundle; // what the shapes of all its parts have returned
}
