import type { PermissionTable } from '../../core/contract/roles.ts';

/**
 * Offices keep the projects of their area, grid officers see those of their town and open new ones, leaders read their
 * area, a department's liaison its own industry, a `contractor` what its company takes part in (project-reach.ts puts
 * that into the queries). A general contractor registers its own sites and corrects them (own-project.ts). What the QR of a site opens is no more than what the rights board says.
 */
export const PROJECTS_PERMISSIONS = {
  'projects.list': [
    'clerk',
    'inspector',
    'bureauHead',
    'gridOfficer',
    'leader',
    'departmentLiaison',
    'contractor',
  ],
  'projects.export': ['clerk', 'inspector', 'bureauHead', 'leader'],
  'projects.create': ['clerk', 'inspector', 'bureauHead', 'gridOfficer', 'contractor'],
  'projects.edit': ['clerk', 'inspector', 'bureauHead', 'contractor'],
  'projects.merge': ['clerk', 'inspector', 'bureauHead'],
  'projects.public': ['public'],
} as const satisfies PermissionTable;
