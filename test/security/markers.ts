import fc from 'fast-check';
import type Joi from 'joi';
import { nearly, shapeOf } from '../support/hostile-input.ts';
import { withKnown } from './valid-input.ts';

const withCheckDigit = (seventeen: string): string => {
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((all, weight, index) => all + weight * Number(seventeen[index]), 0);
  return seventeen + '10X98765432'.charAt(sum % 11);
};

export interface Identity {
  name: string;
  phone: string;
  citizenId: string;
  bankCard: string;
  address: string;
  email: string;
}

/** Invented people whom nothing but this test can have written down: one in the fields of forms … */
export const FIELDS: Identity = {
  name: '甄试探',
  phone: '13712340987',
  citizenId: withCheckDigit('53260119870305271'),
  bankCard: '6217003860012349876',
  address: '试探巷一七三九号院',
  email: 'zhen.shitan@marker.example',
};
/** … one in what people tell in their own words … */
export const WORDS: Identity = {
  name: '郝追踪',
  phone: '13612349871',
  citizenId: withCheckDigit('53260119790911383'),
  bankCard: '6228480088123459876',
  address: '追踪路二八四六号院',
  email: 'hao.zhuizong@marker.example',
};
/** … and one who makes a report and must not be known. */
export const REPORTER: Identity = {
  name: '符隐名',
  phone: '13512348765',
  citizenId: withCheckDigit('53260119820714165'),
  bankCard: '6226620012348765432',
  address: '隐名街三六五二号院',
  email: 'fu.yinming@marker.example',
};
export const ALL_WORDS = Object.values(WORDS).join(' ');

/** Which part of an identity a key of a form asks for. */
const ASKS: readonly [RegExp, keyof Identity][] = [
  [/citizenId|idNumber/iu, 'citizenId'],
  [/card/iu, 'bankCard'],
  [/phone|mobile|contact/iu, 'phone'],
  [/email/iu, 'email'],
  [/address/iu, 'address'],
  [/^name$|person|leaderName|managerName|operatorName|addressee/iu, 'name'],
];

type Path = readonly (string | number)[];

function leaves(value: unknown, at: Path = []): Path[] {
  if (typeof value === 'string') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) =>
    leaves(one, [...at, Array.isArray(value) ? Number(key) : key]),
  );
}

function put(value: unknown, [first, ...rest]: Path, what: string): unknown {
  if (first === undefined) return what;
  const copy = Array.isArray(value) ? [...(value as unknown[])] : { ...(value as Record<string, unknown>) };
  const parts = copy as Record<string | number, unknown>; // arrays and objects alike are written by key
  parts[first] = put(parts[first], rest, what);
  return copy;
}

const DEPARTMENTS: Readonly<Record<string, string>> = {
  departmentCode: 'housing',
  industryDepartment: 'housing',
};

/** Days and months that have been, a department there is, no files: what is made up at random mostly ends at these. */
function likely(value: unknown, key = ''): unknown {
  if (/^files?Ids?$/u.test(key) && Array.isArray(value)) return [];
  if (Array.isArray(value)) return value.map((one, index) => likely(one, `${key}.${index}`));
  if (typeof value === 'object' && value !== null)
    return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, likely(one, name)]));
  if (typeof value !== 'string') return value;
  if (/^\d{4}-\d{2}-\d{2}$/u.test(value))
    return /^(?:due|planned|until|to$|by$)/u.test(key) ? '2027-03-20' : '2026-11-20';
  if (/^\d{4}-\d{2}$/u.test(value)) return `2026-0${1 + (Number(/\d$/u.exec(key)?.[0] ?? 7) % 9)}`;
  return DEPARTMENTS[key] ?? value;
}

/** Inputs this shape takes, filled with the marker identities wherever it lets them through: forms first, own words last. */
export function markedInputs(
  shape: Joi.ObjectSchema,
  known: (key: string) => string | undefined,
  most: number,
  person: Identity = FIELDS,
): Record<string, unknown>[] {
  const takes = (one: unknown): boolean =>
    shape.required().validate(one, { convert: true }).error === undefined;
  const found = fc
    .sample(nearly(shapeOf(shape)), { numRuns: 200, seed: 11 })
    .map((one) => withKnown(one, known))
    // joi does not see a key of this name, the door does and lets nothing of the form in.
    .filter((one) => !JSON.stringify(one).includes('"__proto__":') && takes(one))
    .map((one) => {
      const next = likely(one) as Record<string, unknown>; // an object as before
      return takes(next) ? next : one;
    })
    .sort((a, b) => leaves(b).length - leaves(a).length);
  const differing = [...new Map(found.map((one) => [leaves(one).join(), one])).values()].slice(0, most);
  return differing.map((one) => {
    let marked: Record<string, unknown> = one;
    for (const at of leaves(one)) {
      const key = String(at.filter((part) => typeof part === 'string').at(-1) ?? '');
      const part = ASKS.find(([asked]) => asked.test(key))?.[1];
      for (const what of [
        part === undefined ? ALL_WORDS : person[part],
        part === undefined ? WORDS.name : '',
      ]) {
        const next = put(marked, at, what) as Record<string, unknown>; // the same object with one leaf changed
        if (what === '' || !takes(next)) continue;
        marked = next;
        break;
      }
    }
    return marked;
  });
}

/** Which markers stand in a text, by name. */
export function markersIn(text: string, of: Readonly<Record<string, Identity>>): string[] {
  return Object.entries(of).flatMap(([who, identity]) =>
    Object.entries(identity)
      .filter(([, value]) => text.includes(value as string))
      .map(([part]) => `${who}.${part}`),
  );
}
