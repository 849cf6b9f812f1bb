import { ROLES, ROLE_WORDS } from '../../../../server/core/contract/roles.ts';
import type { Role } from '../../../../server/core/contract/roles.ts';

const words = Object.fromEntries(ROLES.map((role) => [role, ROLE_WORDS[role].zh]));
export default words as Record<Role, string>; // one entry for each of ROLES
