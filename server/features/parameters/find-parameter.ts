import type { ParameterValue } from '../../core/contract/areas.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { AppError } from '../../platform/app-error.ts';
import { areaChain } from '../areas/index.ts';
import type { ParameterGroup } from './definitions.ts';
import type { ParameterKey } from './parameters.ts';
import { PARAMETERS } from './parameters.ts';
import type { ParameterValueRecord } from './parameter-value.model.ts';
import { findValues, findValuesEverywhere } from './parameter-value.model.ts';
import { pickValue } from './pick-value.ts';

/**
 * The value of a parameter for an area on a day, with its source; null when neither the area nor one above it has
 * set it. Nothing is ever assumed in its place: a screen says "not set for this area".
 */
export async function findParameter(
  key: ParameterKey,
  areaCode: string,
  day: PlainDate,
): Promise<ParameterValueRecord | null> {
  const chain = areaChain(areaCode);
  return pickValue(await findValues([key], chain), chain, day);
}

/** The values of several at once, by key; those without one in force are left out. */
export async function findParameters<Key extends ParameterKey>(
  keys: readonly Key[],
  areaCode: string,
  day: PlainDate,
): Promise<Partial<Record<Key, ParameterValue['value']>>> {
  const chain = areaChain(areaCode);
  const values = await findValues(keys, chain);
  const found: Partial<Record<Key, ParameterValue['value']>> = {};
  for (const key of keys) {
    const own = values.filter((value) => value.key === key);
    const inForce = pickValue(own, chain, day);
    if (inForce !== null) found[key] = inForce.value;
  }
  return found;
}

/** The same for work that cannot go on without it. */
export async function getParameter(
  key: ParameterKey,
  areaCode: string,
  day: PlainDate,
): Promise<ParameterValue['value']> {
  const found = await findParameter(key, areaCode, day);
  if (found === null) throw new AppError('parameterNotSet', { name: PARAMETERS[key].nameZh, key });
  return found.value;
}

/** Groups of whose numbers we have a suggestion. */
const SUGGESTED: readonly ParameterGroup[] = ['alert', 'publicity'];

/**
 * Keys that have no value in force for the area on the day: for the health page and the daily check. Where our own
 * suggestion holds and is shown as one, nothing is missing.
 */
export async function findUnsetParameters(areaCode: string, day: PlainDate): Promise<ParameterKey[]> {
  const all = Object.keys(PARAMETERS) as ParameterKey[]; // the table's own keys
  const keys = all.filter((key) => !SUGGESTED.includes(PARAMETERS[key].group));
  const chain = areaChain(areaCode);
  const values = await findValues(keys, chain);
  return keys.filter(
    (key) =>
      pickValue(
        values.filter((value) => value.key === key),
        chain,
        day,
      ) === null,
  );
}

/** What is in force in an area on a day, of every parameter that has a value there. */
export type ParametersInForce = (
  areaCode: string,
  day: PlainDate,
) => Readonly<Partial<Record<ParameterKey, ParameterValue['value']>>>;

/** All parameters of all areas, with the days on which any of them changes anywhere, oldest first. */
export type AllParameters = ParametersInForce & { readonly turns: readonly PlainDate[] };

/** All parameters read once, for work over many areas: what it answers is of the moment of the reading. */
export async function readParameters(): Promise<AllParameters> {
  const keys = Object.keys(PARAMETERS) as ParameterKey[]; // the table's own keys
  const all = await findValuesEverywhere(keys);
  const byKey = new Map(keys.map((key) => [key, all.filter((value) => value.key === key)]));
  const turns = [...new Set(all.map(({ from }) => from))].sort();
  const known = new Map<string, Found>();
  const inForce: ParametersInForce = (areaCode, day) => {
    // The same values hold until the next one begins.
    const since = turns.findLast((from) => from <= day) ?? '';
    const place = `${areaCode} ${since}`;
    let found = known.get(place);
    if (found === undefined) known.set(place, (found = inForceOn(byKey, areaChain(areaCode), day)));
    return found;
  };
  return Object.assign(inForce, { turns });
}

type Found = ReturnType<ParametersInForce>;

function inForceOn(
  byKey: ReadonlyMap<ParameterKey, readonly ParameterValueRecord[]>,
  chain: readonly string[],
  day: PlainDate,
): Found {
  const found: Record<string, ParameterValue['value']> = {};
  for (const [key, values] of byKey) {
    const inForce = pickValue(values, chain, day);
    if (inForce !== null) found[key] = inForce.value;
  }
  return Object.freeze(found);
}
