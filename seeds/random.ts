/** Numbers that look drawn and are the same at every run, so that a seed makes the same records everywhere. */
export interface Draw {
  /** A whole number from the first to the second, both included. */
  between(least: number, most: number): number;
  pick<Value>(from: readonly Value[]): Value;
}

/** Mulberry32: small, even enough for made-up records, never for anything secret. */
export function drawFrom(seed: number): Draw {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const between = (least: number, most: number): number => least + Math.floor(next() * (most - least + 1));
  return {
    between,
    pick: (from) => {
      const found = from[between(0, from.length - 1)];
      if (found === undefined) throw new Error('nothing to draw from');
      return found;
    },
  };
}

const FAMILY = '王李张杨刘陈黄陶侬马何罗普熊项沈田周吴郭';
const GIVEN = '国强建军志明春花海燕正平文才永福天贵光荣阿秀小兰绍华朝忠玉芬加林庆红云生';

/** A made-up name. */
export const drawnName = (draw: Draw): string =>
  `${draw.pick([...FAMILY])}${draw.pick([...GIVEN])}${draw.between(0, 3) === 0 ? '' : draw.pick([...GIVEN])}`;

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/**
 * A well-formed citizen number that is nobody's: its first six digits stand for no county. Different serials (0 to
 * some hundred thousand) make different numbers.
 */
export function nobodysCitizenId(serial: number): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  const born = `${1960 + (serial % 40)}${two(1 + (Math.floor(serial / 40) % 12))}${two(1 + (Math.floor(serial / 480) % 28))}`;
  const body = `532699${born}${String(1 + (Math.floor(serial / 13_440) % 999)).padStart(3, '0')}`;
  const sum = ID_WEIGHTS.reduce((acc, weight, at) => acc + weight * Number(body[at]), 0);
  return `${body}${'10X98765432'.charAt(sum % 11)}`;
}
