import type { HealthCheck } from '../../core/contract/operations.ts';

export type Finding = Omit<HealthCheck, 'name' | 'facts' | 'next'>;

/** What stands about an installation, as found; `rows.ts` says what it means. */
export interface Facts {
  node: { version: string; wanted: string };
  pages: 'built' | 'stale' | 'missing';
  configuration: { fault: string } | null;
  /** Null where the configuration could not be read: nothing below it is known then. */
  place: Place | null;
}

export interface Place {
  dataDir: { path: string; state: 'missing' | 'notWritable' | 'fine' };
  keys: { path: string; readByOthers: boolean };
  backup: BackupFact | null;
  store: StoreFact;
  /** The checks of the health page; of them only those that need no store where it could not be asked. */
  checks: readonly NamedFinding[];
}

export type NamedFinding = Finding & { name: HealthCheck['name'] | 'clockBack' };

/** `stopped`: nobody served the embedded store before this command did. */
export type StoreFact =
  | { state: 'answers'; product: 'running' | 'stopped' | 'unknown' }
  | { state: 'none' | 'silent' | 'notOurs' }
  | { state: 'failed' | 'newer'; fault: string };

export type BackupFact = { fault: string } | { ageHours: number; keysFit: boolean };
