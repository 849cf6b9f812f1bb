import type { PublicProject } from '@core/contract/projects.ts';

/** Where a site is, its division said once. */
export const sitePlace = ({ areaName, site }: Pick<PublicProject, 'areaName' | 'site'>): string =>
  site.startsWith(areaName) ? site : `${areaName} ${site}`;
