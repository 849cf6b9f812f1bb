import type { AboutKind, AskedAbout } from '@core/contract/coordination.ts';
import { fieldError } from '@/api/field-error.ts';
import { needed } from '@/locales/needed.ts';
import type { LookUpValue } from '@/ui/look-up.ts';

/** What was chosen as it is sent; a kind without its record is asked for. */
export function askedAbout(kind: AboutKind | '', record: LookUpValue): { about?: AskedAbout } {
  if (kind === '') return {};
  if (record.id === '') throw fieldError('about.id', needed.choose);
  return { about: { kind, id: record.id } };
}
