import type { SelfView, SessionView } from '../../core/contract/accounts.ts';
import { ROLES } from '../../core/contract/roles.ts';
import type { Grant, PermissionTable, Role } from '../../core/contract/roles.ts';
import type { SignedInUser } from '../../platform/auth/index.ts';
import { openPermissions } from '../../platform/http/mount.ts';
import { accountsSettings } from './accounts.settings.ts';
import { needsTotp } from './find-actor.ts';
import type { UserRecord } from './user.model.ts';
import { findUser, phoneMasked } from './user.model.ts';
import { visibleTo } from './user-reach.ts';

/** What a browser learns about its session; without one only the doors open to everybody. */
export async function viewSession(person: SignedInUser | null, csrfToken: string): Promise<SessionView> {
  const { allPermissions, demo, textsOff } = accountsSettings();
  const installation = { demo, textsOff };
  const user = person === null ? null : await findUser(person.userId);
  if (person === null || user === null)
    return {
      signedIn: false,
      csrfToken: '',
      permissions: permissionsOf([], allPermissions()),
      ...installation,
    };
  return {
    signedIn: true,
    csrfToken,
    user: selfView(user, person),
    permissions: permissionsOf(user.grants, allPermissions()),
    ...installation,
  };
}

/** Every permission key open to somebody with these rights; a labour officer handles no accounts, so he gets no menu. */
export function permissionsOf(grants: readonly Grant[], tables: readonly PermissionTable[]): string[] {
  const keys = openPermissions(tables, grants);
  const limits = visibleTo({ actor: { kind: 'anonymous' }, grants });
  return '_id' in limits ? keys.filter((key) => !key.startsWith('users.')) : keys;
}

function selfView(user: UserRecord, { mustChangePassword }: SignedInUser): SelfView {
  return {
    id: String(user._id),
    name: user.name,
    ...(user.login === undefined ? {} : { login: user.login }),
    ...phoneMasked(user),
    ...(user.email === undefined ? {} : { email: user.email }),
    grants: user.grants,
    homeRole: homeRole(user.grants),
    locale: user.locale,
    totpEnabled: user.totpSecret !== undefined,
    mustChangePassword,
    ...(mustChangePassword && !user.mustChangePassword ? { passwordIsOld: true as const } : {}),
    mustSetUpTotp: needsTotp(user),
  };
}

/** Of several rights the first one given. */
function homeRole(grants: readonly Grant[]): Role {
  return grants[0]?.role ?? ROLES[0];
}
