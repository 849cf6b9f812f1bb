import type { AreaLevel } from '../../core/contract/areas.ts';
import type { Grant } from '../../core/contract/roles.ts';

/** Lengths a division code can have here, with the level each stands for (no padding: 53, 5326, 532601, …). */
const LEVELS: ReadonlyMap<number, AreaLevel> = new Map([
  [2, 'province'],
  [4, 'prefecture'],
  [6, 'county'],
  [9, 'town'],
  [12, 'grid'],
]);

/** The level a code stands for by its length; null when it has another length. */
export function areaLevelOf(code: string): AreaLevel | null {
  return LEVELS.get(code.length) ?? null;
}

/** The area itself and everything that contains it, nearest first: 532601001, 532601, 5326, 53. */
export function areaChain(code: string): string[] {
  return [...LEVELS.keys()]
    .filter((length) => length <= code.length)
    .sort((a, b) => b - a)
    .map((length) => code.slice(0, length));
}

/** The code of the area that contains this one; null for a province. */
export function parentCodeOf(code: string): string | null {
  return areaChain(code)[1] ?? null;
}

/** Does this area lie in that one, or is it the same? Codes are prefixes of what they contain. */
export function isInArea(code: string, containing: string): boolean {
  return code.startsWith(containing);
}

/** Does one of the grants that opened the door reach this area? */
export function grantsReach(grants: readonly Grant[], code: string): boolean {
  return grants.some((grant) => isInArea(code, grant.areaCode));
}

/** Does the area lie on the line of one of the grants: inside it, or containing it? For reading what applies there. */
export function grantsTouch(grants: readonly Grant[], code: string): boolean {
  return grants.some((grant) => isInArea(code, grant.areaCode) || isInArea(grant.areaCode, code));
}
