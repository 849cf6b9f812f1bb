import type { Coverage, CoverageItem, SiteFigures } from '../../core/contract/dashboard.ts';
import { COVERAGE_ITEMS } from '../../core/contract/dashboard.ts';
import { basisPoints } from '../../core/reports/figure.ts';
import type { SiteRecord } from './site.model.ts';
import type { SiteSum } from './site-sum.model.ts';

/** Towns are compared, villages are not. */
const TOWN_DIGITS = 9;
/** Of these a rate is of people, of the others of projects. */
const OF_PEOPLE: Readonly<Partial<Record<CoverageItem, keyof SiteRecord>>> = {
  contract: 'withContract',
  realName: 'withRealName',
};
type Counts = Record<string, number>;
type Alerts = readonly { areaCode: string; level: string; count: number }[];
type Counted = Pick<
  SiteRecord,
  'areaCode' | 'industry' | 'level' | 'items' | 'present' | 'withContract' | 'withRealName'
>;

/** Adds up projects and warnings by town and industry. */
export function sumSites(sites: Iterable<Counted>, alerts: Alerts): SiteSum[] {
  const sums = new Map<string, SiteSum>();
  const at = (areaCode: string, industry: string): Counts => {
    const town = areaCode.slice(0, TOWN_DIGITS);
    const id = `${town}|${industry}`;
    const one = sums.get(id) ?? { areaCode: town, industry, counts: {} };
    sums.set(id, one);
    return one.counts;
  };
  const raise = (counts: Counts, name: string, by = 1): void => {
    counts[name] = (counts[name] ?? 0) + by;
  };
  for (const site of sites) {
    const counts = at(site.areaCode, site.industry);
    raise(counts, 'projects');
    raise(counts, site.level);
    for (const item of COVERAGE_ITEMS) {
      const people = OF_PEOPLE[item];
      const state = site.items[item];
      if (people !== undefined) {
        raise(counts, `${item}Of`, site.present);
        raise(counts, `${item}Done`, Number(site[people as 'withContract' | 'withRealName']));
      } else if (state === 'done' || state === 'missing') {
        raise(counts, `${item}Of`);
        if (state === 'done') raise(counts, `${item}Done`);
      }
    }
  }
  for (const { areaCode, level, count } of alerts) raise(at(areaCode, ''), `${level}Alerts`, count);
  return [...sums.values()];
}

export function siteFigures(sums: Iterable<Pick<SiteSum, 'counts'>>): SiteFigures {
  const all: Counts = {};
  for (const { counts } of sums)
    for (const [name, count] of Object.entries(counts)) all[name] = (all[name] ?? 0) + count;
  const of = (name: string): number => all[name] ?? 0;
  return {
    ...{ projects: of('projects'), red: of('red'), yellow: of('yellow'), clear: of('clear') },
    ...{ grey: of('noData'), alertsRed: of('redAlerts'), alertsYellow: of('yellowAlerts') },
    coverage: COVERAGE_ITEMS.map((item): Coverage => {
      const [done, whole] = [of(`${item}Done`), of(`${item}Of`)];
      return { item, done, of: whole, rate: basisPoints(done, whole) };
    }),
  };
}
