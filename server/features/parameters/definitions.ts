import Joi from 'joi';
import type { ParameterKind } from '../../core/contract/areas.ts';
import { fen, text } from '../../platform/http/shapes.ts';

/** One thing a region decides for itself: what it is called, what a value looks like and the rule it serves. */
export interface ParameterDefinition {
  group: ParameterGroup;
  nameZh: string;
  nameEn: string;
  kind: ParameterKind;
  unit?: string;
  /** Id in the project's list of rules; for orientation, never printed as a citation. */
  rule: string;
  /** Stricter shape than the kind's own. */
  shape?: Joi.Schema;
  /** Shows the form of a json value; its numbers mean nothing. */
  exampleValue?: unknown;
}

export const PARAMETER_GROUPS = [
  'wage',
  'wageAccount',
  'bond',
  'rightsBoard',
  'crime',
  'procedure',
  'channel',
  'alert',
  'assessment',
  'document',
  'publicity',
  'exchange',
] as const;
export type ParameterGroup = (typeof PARAMETER_GROUPS)[number];

export const whole = (min: number, max: number): Joi.NumberSchema =>
  Joi.number().strict().integer().min(min).max(max);
export const basisPoints = (): Joi.NumberSchema => whole(0, 10_000);
/** What a value of each kind looks like. */
export const KIND_SHAPES: Readonly<Record<ParameterKind, () => Joi.Schema>> = {
  fen,
  basisPoints,
  workingDays: () => whole(1, 366),
  calendarDays: () => whole(1, 3660),
  months: () => whole(1, 600),
  count: () => whole(0, 1_000_000),
  text: () => text(200),
  json: () => Joi.alternatives(Joi.object(), Joi.array()),
};

/** The shape a value of this parameter must have. */
export function valueShape(definition: ParameterDefinition): Joi.Schema {
  return (definition.shape ?? KIND_SHAPES[definition.kind]()).required();
}
