import type { MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type {
  OpenRelease,
  PublicRelease,
  ReleaseRow,
  ReleasesOfProject,
  ReleaseView,
} from '@core/contract/releases.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const RELEASES_PATH = '/releases';

export const listReleases = (query: Query, signal?: AbortSignal): Promise<Page<ReleaseRow>> =>
  http.get(RELEASES_PATH, query, signal);
export const getRelease = (id: string, signal?: AbortSignal): Promise<ReleaseView> =>
  http.get(`${RELEASES_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const releasesOfProject = (projectId: string, signal?: AbortSignal): Promise<ReleasesOfProject> =>
  http.get(`/projects/${encodeURIComponent(projectId)}/releases`, {}, signal);
export const openRelease = (body: OpenRelease, idempotencyKey: string): Promise<ReleaseView> =>
  http.post(RELEASES_PATH, body, { idempotencyKey });
export const moveRelease = (
  { id }: ReleaseView,
  action: string,
  body: MoveLife,
  move: Move,
): Promise<ReleaseView> => http.post(`${RELEASES_PATH}/${id}/moves/${action}`, body, move);
export const releasePaperPath = (id: string): string => `/api${RELEASES_PATH}/${id}/paper.pdf`;
export const listPublicReleases = (query: Query, signal?: AbortSignal): Promise<Page<PublicRelease>> =>
  http.get('/public/releases', query, signal);
