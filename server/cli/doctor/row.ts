import type { HealthCheck } from '../../core/contract/operations.ts';

interface Words {
  zh: string;
  en: string;
}
/** One line of the answer: what stands, and what to do where it is not good. */
export interface Row extends Words {
  name: string;
  level: HealthCheck['level'];
  next?: Words;
}

export const row = (
  name: string,
  level: Row['level'],
  zh: string,
  en: string,
  next?: readonly string[],
): Row => {
  const [nextZh = '', nextEn = ''] = next ?? [];
  return { name, level, zh, en, ...(next === undefined ? {} : { next: { zh: nextZh, en: nextEn } }) };
};
