import type { PlainDate } from '../../server/core/kit/plain-date.ts';
import type { FieldValue } from '../../server/core/lives/field.ts';
import { DEMO_AREA } from '../../server/features/accounts/index.ts';
import { loadCalendar } from '../../server/features/calendar/index.ts';
import { listCases } from '../../server/features/cases/index.ts';
import { listListings, moveListing, openListing } from '../../server/features/listings/index.ts';
import type { Ctx } from '../../server/platform/context.ts';
import { SECOND_INSPECTOR, staff } from '../demo-office.ts';
import { workingDaysBefore } from '../working-days.ts';
import type { Office } from './matters.ts';
import { openMatter } from './matters.ts';
import type { Step, Told } from './stories.ts';
import { STORIES } from './stories.ts';

async function officeOf({ today }: Ctx): Promise<Office> {
  const people = {
    clerk: await staff('clerk'),
    inspector: await staff('inspector'),
    head: await staff('head'),
  };
  const calendar = await loadCalendar(DEMO_AREA);
  const day = (ago: number): PlainDate => workingDaysBefore(today, ago, calendar);
  return {
    inspectorId: people.inspector.id,
    secondId: (await staff(SECOND_INSPECTOR.login)).id,
    day,
    as: (who, ago) => people[who].on(day(ago), 15),
  };
}

/** Firms on the list and off it, in every state that can be met with; what is there already is left alone. */
export async function seedListings(ctx: Ctx): Promise<number> {
  const office = await officeOf(ctx);
  let made = 0;
  for (const story of STORIES) made += await tellListing(story, office);
  return made;
}

async function tellListing({ q, matter, proposed, given, steps }: Told, office: Office): Promise<number> {
  if (matter !== undefined) await openMatter(matter, office);
  const inspector = office.as('inspector', proposed);
  const [theCase] = (await listCases({ q, limit: 1 }, inspector)).items;
  if (theCase === undefined) return 0;
  if ((await listListings({ caseId: theCase.id }, inspector)).total > 0) return 0;
  const persons = [{ kind: 'principal', name: '演示某甲', post: '法定代表人' } as const];
  let view = await openListing({ caseId: theCase.id, party: 'respondent', persons, given }, inspector);
  for (const [ago, who, action, said = {}] of steps.map((step) => withDays(step, office)))
    view = await moveListing({ ...view, action, given: said }, office.as(who, ago));
  return 1;
}

/** A number in a field of a day is so many working days ago. */
function withDays([ago, who, action, given = {}]: Step, { day }: Office): Step {
  const said = Object.entries(given).map(([name, value]): [string, FieldValue] => [
    name,
    typeof value === 'number' && name.endsWith('On') ? day(value) : value,
  ]);
  return [ago, who, action, Object.fromEntries(said)];
}
