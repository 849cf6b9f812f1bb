import type { ProjectState } from '../../core/contract/projects.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { findParameter } from '../parameters/index.ts';

/** A project as its status is told to others: a record that gave way to another is told as finished. */
export type Standing = Exclude<ProjectState, 'merged'>;
export type StatusCodes = Readonly<Record<Standing, string>>;

/**
 * UNVERIFIED. Which number the national dictionary gives each status could not be looked up: these three are this
 * program's own agreement with itself, so that what it exports it can read again. No screen calls them the standard's,
 * an area that knows its platform's codes sets them, and any other code is a fault of the bundle instead of a guess.
 */
const OWN_CODES: StatusCodes = { building: '003', finished: '004', suspended: '005' };

/** The codes the area has set (parameter `standardStatusCodes`), or our own. */
export async function statusCodesOf(areaCode: string, today: PlainDate): Promise<StatusCodes> {
  const set = await findParameter('standardStatusCodes', areaCode, today);
  return set === null ? OWN_CODES : (set.value as unknown as StatusCodes); // as the parameter's shape has it
}

/** Null for a code that nobody has named here. */
export function stateOf(prjStatus: string, codes: StatusCodes): Standing | null {
  const states = Object.keys(OWN_CODES) as Standing[]; // the keys of this table
  return states.find((state) => codes[state] === prjStatus) ?? null;
}
