import type { ParameterValue, ParameterView } from '../../core/contract/areas.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { areaChain } from '../areas/index.ts';
import { definitionOf } from './parameters.ts';
import type { ParameterValueRecord } from './parameter-value.model.ts';
import { newestFirst, pickValue } from './pick-value.ts';

export const valueView = ({
  id,
  areaCode,
  from,
  value,
  source,
  setBy,
  setAt,
}: ParameterValueRecord): ParameterValue => ({
  id,
  areaCode,
  from,
  value,
  source,
  setBy,
  setAt: setAt.toISOString(),
});

/** A parameter as one area sees it: every value of the area and of those above it, and the one in force on the day. */
export function parameterView(
  key: string,
  values: readonly ParameterValueRecord[],
  areaCode: string,
  day: PlainDate,
): ParameterView {
  const definition = definitionOf(key);
  if (definition === null) throw new Error(`There is no parameter ${key}`);
  const { group, nameZh, nameEn, kind, unit, rule, exampleValue } = definition;
  const own = values.filter((value) => value.key === key).sort(newestFirst);
  const inForce = pickValue(own, areaChain(areaCode), day);
  return {
    key,
    group,
    nameZh,
    nameEn,
    kind,
    rule,
    ...(unit === undefined ? {} : { unit }),
    ...(exampleValue === undefined ? {} : { exampleValue }),
    values: own.map(valueView),
    ...(inForce === null ? {} : { inForce: valueView(inForce) }),
  };
}
