import type { PartyRole } from '@core/contract/projects.ts';

/** A party as it is edited: the name is only shown, the id is sent. */
export interface PartyRow {
  role: PartyRole;
  companyId: string;
  companyName: string;
}
