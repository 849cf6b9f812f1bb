import type { FilePurpose } from '../../core/contract/files.ts';
import type { PermissionTable, Role } from '../../core/contract/roles.ts';

export const FILES_PERMISSIONS = {
  'files.upload': ['signedIn'],
  'files.read': ['signedIn'],
  'files.listOwn': ['signedIn'],
  'files.deleteOwn': ['signedIn'],
} as const satisfies PermissionTable;

/**
 * Who, beside the uploader, may open a file of the own area. Features that attach files open them to more people
 * through `registerFileReader`.
 */
export const AREA_READERS: Readonly<Record<FilePurpose, readonly Role[]>> = {
  evidence: ['clerk', 'inspector', 'bureauHead'],
  rosterWorkbook: ['inspector', 'bureauHead'],
  document: ['clerk', 'inspector', 'bureauHead'],
  boardPhoto: ['gridOfficer', 'clerk', 'inspector', 'bureauHead', 'departmentLiaison', 'leader'],
  avatar: [],
};
