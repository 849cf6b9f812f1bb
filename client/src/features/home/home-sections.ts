import type { Role } from '@core/contract/roles.ts';
import type { IconName } from '@/ui/icon-shapes.ts';

export interface ComingSection {
  key: string;
  icon: IconName;
  /** The word of the navigation, so that the same thing keeps its name when it opens. */
  labelKey: string;
}

const section = (key: string, icon: IconName): ComingSection => ({ key, icon, labelKey: `nav.${key}` });
const alerts = section('alerts', 'alert');
const reports = section('reports', 'report');

/** Work of each role that is not open yet; the words are `home.coming.<role>.<section>.what` and `.step`. */
export const COMING_SECTIONS: Record<Role, readonly ComingSection[]> = {
  // Both live on the phone pages, which announce their own.
  worker: [],
  gridOfficer: [],
  clerk: [],
  inspector: [],
  bureauHead: [],
  departmentLiaison: [alerts],
  leader: [],
  contractor: [],
  bank: [],
  auditor: [reports],
  admin: [],
};
