import type { Glance } from '@core/contract/case-work.ts';
import type { RouteLocationRaw } from 'vue-router';
import type { StateLook } from '@/ui/state-look.ts';

/** One number of the glance, how grave it is, and the list that holds exactly those. */
export interface GlanceTile {
  key: 'overdue' | 'dueToday' | 'within3' | 'pending' | 'open';
  count: number;
  colour: StateLook['colour'];
  to: RouteLocationRaw;
}

const FILTERS: Record<GlanceTile['key'], Record<string, string>> = {
  overdue: { open: 'true', due: 'overdue' },
  dueToday: { open: 'true', due: 'today' },
  within3: { open: 'true', due: 'within3' },
  pending: { pending: 'true' },
  open: { open: 'true' },
};
const COLOURS: Record<GlanceTile['key'], StateLook['colour']> = {
  overdue: 'danger',
  dueToday: 'warning',
  within3: 'notice',
  pending: 'primary',
  open: 'ink',
};
const ORDER = ['overdue', 'dueToday', 'within3', 'pending', 'open'] as const;

/** The tiles of one list, gravest first. Colour is for numbers that want something: nothing overdue is not red. */
export const tilesOf = (counts: Glance['complaints' | 'cases'], path: string): GlanceTile[] =>
  ORDER.map((key) => ({
    key,
    count: counts[key],
    colour: counts[key] === 0 ? 'ink' : COLOURS[key],
    to: { path, query: FILTERS[key] },
  }));
