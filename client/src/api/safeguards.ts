import type { BoardPhoto, PublicBoard, SafeguardPart, SafeguardsView } from '@core/contract/safeguards.ts';
import { http } from './http.ts';

const pathOf = (projectId: string): string => `/projects/${encodeURIComponent(projectId)}/safeguards`;

export const getSafeguards = (projectId: string, signal?: AbortSignal): Promise<SafeguardsView> =>
  http.get(pathOf(projectId), undefined, signal);
export const putSafeguard = (
  { projectId, version }: Pick<SafeguardsView, 'projectId' | 'version'>,
  part: SafeguardPart,
  body: object,
): Promise<SafeguardsView> => http.put(`${pathOf(projectId)}/${part}`, body, { version });
export const addBoardPhoto = (
  projectId: string,
  photo: BoardPhoto,
  idempotencyKey: string,
): Promise<SafeguardsView> => http.post(`${pathOf(projectId)}/board-photos`, photo, { idempotencyKey });

/** Address of the board as an A3 sheet; a browser shows it and prints it. */
export const boardPdfUrl = (projectId: string): string => `/api${pathOf(projectId)}/board.pdf`;

export const getPublicBoard = (code: string, s: string, signal?: AbortSignal): Promise<PublicBoard> =>
  http.get(`/public/boards/${encodeURIComponent(code)}`, { s }, signal);
