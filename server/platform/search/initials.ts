import { pinyin } from 'pinyin-pro';

/**
 * The first letters of a name's reading: 文山建工 → wsjg. A surname has a reading of its own (单雄信 is sxx, not dxx),
 * but only at the head of a person's name: read as surnames, places go wrong (乐山 would become ys).
 */
export function initialsOf(name: string, kind: 'person' | 'name'): string {
  if (!/\p{Script=Han}/u.test(name)) return '';
  return pinyin(name, {
    pattern: 'first',
    toneType: 'none',
    type: 'array',
    ...(kind === 'person' ? { surname: 'head' as const } : {}),
  }).join('');
}
