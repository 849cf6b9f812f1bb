import { registerMergeListener } from '../../platform/merge-listeners.ts';
import { provideProjectCounts } from '../companies/index.ts';
import { countProjectsOf, repointParties } from './project-companies.model.ts';

export { createProject } from './create-project.ts';
export { editProject } from './edit-project.ts';
export { getProject } from './get-project.ts';
export { listProjects } from './list-projects.ts';
export { configureProjects, publicAddress } from './project-qr.ts';
export { employersSeen, positionOn } from './project-position.ts';
export type { ProjectPosition } from './project-position.ts';
export { findProjectByCode, findProjectRef, getProjectRef } from './project-refs.ts';
export type { ProjectRef } from './project-refs.ts';
export { buildingSitesOf, projectIdsAfter, projectIdsOf, projectRefsOf } from './projects-of-companies.ts';
export { governmentProjects } from './government-projects.ts';
export { projectsOfArea } from './projects-of-area.ts';
export { finishedProjects } from './finished-projects.ts';
export type { FinishedProject } from './finished-projects.ts';
export type { KnownProject } from './project-facts.ts';
export { projectFactsOf } from './project-facts.ts';
export { PROJECTS_PERMISSIONS } from './projects.permissions.ts';
export { projectsRoutes } from './projects.routes.ts';

provideProjectCounts(countProjectsOf);
registerMergeListener('company', repointParties);
