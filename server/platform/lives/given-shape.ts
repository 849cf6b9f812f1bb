import Joi from 'joi';
import type { FieldProblem } from '../../core/contract/errors.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { FieldSpec, FieldValue } from '../../core/lives/field.ts';
import { AppError } from '../app-error.ts';
import { fieldProblems } from '../http/field-messages.ts';
import { fen, id, plainDate, properName, text } from '../http/shapes.ts';

const LONGEST_TEXT = 2000;
const LONGEST_LINE = 200;
const MOST_FILES = 20;
const LARGEST_COUNT = 1_000_000;

const SHAPES: Readonly<Record<FieldSpec['kind'], (field: FieldSpec) => Joi.Schema>> = {
  day: () => plainDate(),
  fen: () => fen(),
  count: ({ most }) =>
    Joi.number()
      .strict()
      .integer()
      .min(1)
      .max(most ?? LARGEST_COUNT),
  text: ({ most }) => text(most ?? LONGEST_TEXT),
  choice: ({ choices = [] }) => Joi.string().valid(...choices.map(({ value }) => value)),
  yes: () => Joi.boolean().strict(),
  files: ({ most }) =>
    Joi.array()
      .items(id())
      .max(most ?? MOST_FILES)
      .unique(),
  fileNumber: ({ most }) => properName(most ?? LONGEST_LINE),
};

/** What a form of these fields may be sent with; every other field is refused. */
export const shapeOfFields = (fields: readonly FieldSpec[]): Joi.ObjectSchema<Record<string, FieldValue>> =>
  Joi.object(
    Object.fromEntries(
      fields.map((field) => {
        const shape = SHAPES[field.kind](field);
        return [field.name, field.isRequired ? shape.required() : shape] as const;
      }),
    ),
  );

const PATH = 'given';
const inGiven = (problem: FieldProblem): FieldProblem => ({
  ...problem,
  path: problem.path === '' ? PATH : `${PATH}.${problem.path}`,
});
const notAfterToday = (path: string): FieldProblem =>
  inGiven({ in: 'body', path, rule: 'date.max', zh: '不能晚于今天', en: 'Not after today' });

/** What was given, as the fields allow it; throws with every field that is not right. */
export function readGiven(
  given: unknown,
  fields: readonly FieldSpec[],
  today: PlainDate,
): Record<string, FieldValue> {
  const { error, value } = shapeOfFields(fields).required().validate(given, { abortEarly: false });
  const problems = error === undefined ? [] : fieldProblems(error, 'body').map(inGiven);
  const read: Record<string, FieldValue> = error === undefined ? value : {};
  for (const { name, isPast } of fields) {
    const day = read[name];
    if (isPast === true && typeof day === 'string' && day > today) problems.push(notAfterToday(name));
  }
  if (problems.length > 0) throw new AppError('invalidInput', { count: problems.length }, problems);
  return read;
}

/** One given value that the table refuses, told at its field. */
export const wrongGiven = (name: string, zh: string, en: string): AppError =>
  new AppError('invalidInput', { count: 1 }, [
    inGiven({ in: 'body', path: name, rule: 'any.invalid', zh, en }),
  ]);

/** Days, sums, counts and choices may stand in the chain of events; what people wrote may not. */
const TOLD: readonly FieldSpec['kind'][] = ['day', 'fen', 'count', 'choice', 'yes'];

/** What of a step may stand in its event. */
export const toldFacts = (
  fields: readonly FieldSpec[],
  given: Record<string, FieldValue>,
): Record<string, string | number | boolean> =>
  Object.fromEntries(
    fields.flatMap(({ name, kind }) => {
      const value = given[name];
      return TOLD.includes(kind) && value !== undefined && !Array.isArray(value)
        ? [[name, value] as const]
        : [];
    }),
  );
