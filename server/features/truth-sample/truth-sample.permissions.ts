import type { PermissionTable } from '../../core/contract/roles.ts';

/** Offices and leaders read the results of their area; a worker answers his own question. Firms never see either. */
export const TRUTH_SAMPLE_PERMISSIONS = {
  'truthSamples.list': ['clerk', 'inspector', 'bureauHead', 'leader'],
  'truthSamples.export': ['clerk', 'inspector', 'bureauHead', 'leader'],
  'truthSamples.own': ['worker'],
} as const satisfies PermissionTable;
