import type {
  CampaignBoard,
  CampaignForm,
  CampaignRow,
  CampaignView,
  MatterRow,
  OpenCampaign,
} from '@core/contract/campaigns.ts';
import type { MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const CAMPAIGNS_PATH = '/campaigns';
const at = (id: string): string => `${CAMPAIGNS_PATH}/${encodeURIComponent(id)}`;
export const mattersPath = (id: string): string => `${at(id)}/matters`;

export const listCampaigns = (query: Query, signal?: AbortSignal): Promise<Page<CampaignRow>> =>
  http.get(CAMPAIGNS_PATH, query, signal);
export const getCampaignForm = (signal?: AbortSignal): Promise<CampaignForm> =>
  http.get(`${CAMPAIGNS_PATH}/form`, {}, signal);
export const getCampaign = (id: string, signal?: AbortSignal): Promise<CampaignView> =>
  http.get(at(id), {}, signal);
export const getBoard = (id: string, query: Query, signal?: AbortSignal): Promise<CampaignBoard> =>
  http.get(`${at(id)}/board`, query, signal);
export const listMatters = (id: string, query: Query, signal?: AbortSignal): Promise<Page<MatterRow>> =>
  http.get(mattersPath(id), query, signal);
export const openCampaign = (body: OpenCampaign, idempotencyKey: string): Promise<CampaignView> =>
  http.post(CAMPAIGNS_PATH, body, { idempotencyKey });
export const moveCampaign = (
  { id }: CampaignView,
  action: string,
  body: MoveLife,
  move: Move,
): Promise<CampaignView> => http.post(`${at(id)}/moves/${action}`, body, move);
