import type { MergeInto } from '@core/contract/companies.ts';
import type { Page } from '@core/contract/page.ts';
import type { ProjectView, WriteProject } from '@core/contract/projects.ts';
import { http, type Query } from './http.ts';

export const PROJECTS_PATH = '/projects';

export const listProjects = (query: Query, signal?: AbortSignal): Promise<Page<ProjectView>> =>
  http.get(PROJECTS_PATH, query, signal);
export const getProject = (id: string, signal?: AbortSignal): Promise<ProjectView> =>
  http.get(`${PROJECTS_PATH}/${encodeURIComponent(id)}`, undefined, signal);
export const createProject = (body: WriteProject, idempotencyKey: string): Promise<ProjectView> =>
  http.post(PROJECTS_PATH, body, { idempotencyKey });
export const editProject = (id: string, version: number, body: WriteProject): Promise<ProjectView> =>
  http.patch(`${PROJECTS_PATH}/${id}`, body, { version });
export const mergeProject = (id: string, version: number, body: MergeInto): Promise<ProjectView> =>
  http.post(`${PROJECTS_PATH}/${id}/merge`, body, { version });

/** Address of the QR that opens `/c/<code>` on a phone. */
export const projectQrUrl = (id: string): string => `/api${PROJECTS_PATH}/${encodeURIComponent(id)}/qr`;
