import type { PermissionTable } from '../../core/contract/roles.ts';

/** Who may pass which door; whose complaints he reaches behind it is complaint-reach.ts's, put into the queries. */
export const COMPLAINTS_PERMISSIONS = {
  'complaints.file': ['worker'],
  'complaints.report': ['public'],
  'complaints.register': ['clerk', 'inspector', 'gridOfficer'],
  'complaints.list': ['clerk', 'inspector', 'bureauHead', 'leader', 'departmentLiaison', 'gridOfficer'],
  'complaints.export': ['clerk', 'inspector', 'bureauHead', 'leader'],
  'complaints.view': ['clerk', 'inspector', 'bureauHead', 'leader', 'departmentLiaison', 'gridOfficer'],
  'complaints.duplicates': ['clerk', 'inspector', 'bureauHead'],
  'complaints.edit': ['clerk', 'inspector'],
  'complaints.handle': ['clerk', 'inspector'],
  'complaints.decideRefusal': ['bureauHead'],
  'complaints.extendPetition': ['bureauHead'],
  'complaints.transfer': ['clerk', 'inspector', 'bureauHead'],
  'complaints.answerTransfer': ['clerk', 'inspector', 'bureauHead', 'departmentLiaison'],
  'complaints.readMessages': ['clerk', 'inspector', 'bureauHead', 'departmentLiaison'],
  'complaints.writeMessage': ['clerk', 'inspector', 'bureauHead', 'departmentLiaison'],
  'complaints.reveal': ['clerk', 'inspector', 'bureauHead', 'departmentLiaison', 'gridOfficer'],
} as const satisfies PermissionTable;
