import { payMonthOf } from '../../../core/kit/plain-date.ts';
import type { Ctx } from '../../../platform/context.ts';
import { inTransaction } from '../../../platform/db.ts';
import type { Touch } from '../../../platform/touched-projects.ts';
import { forgetTouches } from '../../../platform/touched-projects.ts';
import {
  areasOfCards,
  makeAllDue,
  makeAreaDue,
  makeCompaniesDue,
  makeCompaniesOutdated,
} from '../alert-card.model.ts';
import type { SettingsOf } from './look-settings.ts';
import type { ScanState } from './scan-state.model.ts';
import { writeScanState } from './scan-state.model.ts';

/** What may have changed for projects that nothing touched. */
interface Around {
  /** As the look before left it. */
  state: ScanState;
  settingsOf: SettingsOf;
  late: Record<string, string>;
  /** A laid past hides what came later from the look before, without a touch that would tell of it. */
  asOf: boolean;
}

/**
 * Notes on the cards which projects have to be looked at although nothing was changed on them: all of them when the month
 * turns, those of areas where a number, a level or the calendar is another, and those of companies whose arrears
 * elsewhere are. What is noted stays noted, so a look that is killed afterwards does not have to find it out again.
 * Answers the areas that have a card.
 */
export async function markDue({ state, settingsOf, late, asOf }: Around, { today }: Ctx): Promise<string[]> {
  const isAll = asOf || payMonthOf(state.markedOn ?? today) < payMonthOf(today);
  // To ask all cards takes as long as there are many; areas without one are let go when everything is looked at.
  const areas = isAll || state.holdsAreas !== true ? await areasOfCards() : Object.keys(state.settings);
  const settings: Record<string, string> = {};
  for (const areaCode of areas) settings[areaCode] = (await settingsOf(areaCode)).hash;
  await inTransaction(async () => {
    if (isAll) await makeAllDue(today);
    for (const area of differing(settings, state.settings))
      await makeAreaDue(area, settings[area] ?? '', today);
    await makeCompaniesDue(differing(late, state.late), today);
    await writeScanState({ markedOn: today, settings, late, holdsAreas: true });
  });
  return areas;
}

/**
 * Touches of no single project: a company's projects are due on their cards from now on.
 */
export async function answerWideTouches(touched: readonly Touch[], { today }: Ctx): Promise<void> {
  const wide = touched.filter(({ projectId }) => projectId === null);
  if (wide.length === 0) return;
  await inTransaction(async () => {
    await makeCompaniesOutdated([...new Set(wide.flatMap(({ companyId }) => companyId ?? []))], today);
    await forgetTouches(wide.map(({ id }) => id));
  });
}

const differing = (now: Record<string, string>, before: Record<string, string>): string[] =>
  [...new Set([...Object.keys(now), ...Object.keys(before)])].filter((key) => now[key] !== before[key]);
