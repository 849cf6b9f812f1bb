import type { StandardBundle } from '../../../../server/core/contract/standard-data.ts';

/** Where in a bundle a fault stands. */
export interface FaultPlace {
  /** `workers`, `payrolls`, … */
  object: string;
  /** Places from 1: of the object and, in a payroll, of its row. */
  items: number[];
  /** Name of the field, as it stands in the file; absent for the object as a whole. */
  field?: string;
  /** The person, team or firm it is about, where the file names one. */
  whose?: string;
}

const NAMES = ['workerName', 'teamName', 'corpName'] as const;

/** `workers.3.idCardNumber` → the fourth worker, his name, the field. */
export function placeOf(path: string, bundle: StandardBundle): FaultPlace {
  const [object = '', ...rest] = path.split('.');
  const items = rest.filter((part) => /^\d+$/.test(part)).map((part) => Number(part) + 1);
  const field = rest.filter((part) => !/^\d+$/.test(part) && part !== 'details').join('.');
  const list: unknown = Reflect.get(bundle, object);
  const [first = 0] = items;
  const item: unknown = Array.isArray(list) ? list[first - 1] : undefined;
  const whose =
    typeof item === 'object' && item !== null
      ? NAMES.map((name) => Reflect.get(item, name) as unknown).find((name) => typeof name === 'string')
      : undefined;
  return {
    ...{ object, items },
    ...(field === '' ? {} : { field }),
    ...(typeof whose === 'string' && whose !== '' ? { whose } : {}),
  };
}
