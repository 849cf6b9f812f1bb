import type {
  CoordinationKind,
  DepartmentReplies,
  DepartmentTaskRow,
  DepartmentTaskView,
  OpenDepartmentTask,
  OpenForm,
  OpenSupervisionOrder,
  PublicSupervision,
  SupervisionOrderRow,
  SupervisionOrderView,
} from '@core/contract/coordination.ts';
import type { LifeView, MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { http, type Query } from './http.ts';

export const TASKS_PATH = '/department-tasks';
export const ORDERS_PATH = '/supervision-orders';
export const REPLIES_PATH = `${TASKS_PATH}/replies`;

/** One step of any record of coordination: `POST /<things>/:id/moves/:action`. */
export const moveRecord =
  <View extends LifeView>(path: string) =>
  ({ id }: View, action: string, body: MoveLife, move: Move): Promise<View> =>
    http.post(`${path}/${id}/moves/${action}`, body, move);

export const getOpenForm = (kind: CoordinationKind, signal?: AbortSignal): Promise<OpenForm> =>
  http.get(`/coordination/forms/${kind}`, {}, signal);

export const listTasks = (query: Query, signal?: AbortSignal): Promise<Page<DepartmentTaskRow>> =>
  http.get(TASKS_PATH, query, signal);
export const getTask = (id: string, signal?: AbortSignal): Promise<DepartmentTaskView> =>
  http.get(`${TASKS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const openTask = (body: OpenDepartmentTask, idempotencyKey: string): Promise<DepartmentTaskView> =>
  http.post(TASKS_PATH, body, { idempotencyKey });
export const moveTask = moveRecord<DepartmentTaskView>(TASKS_PATH);
export const listReplies = (query: Query, signal?: AbortSignal): Promise<{ items: DepartmentReplies[] }> =>
  http.get(REPLIES_PATH, query, signal);

export const listOrders = (query: Query, signal?: AbortSignal): Promise<Page<SupervisionOrderRow>> =>
  http.get(ORDERS_PATH, query, signal);
export const getOrder = (id: string, signal?: AbortSignal): Promise<SupervisionOrderView> =>
  http.get(`${ORDERS_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const openOrder = (
  body: OpenSupervisionOrder,
  idempotencyKey: string,
): Promise<SupervisionOrderView> => http.post(ORDERS_PATH, body, { idempotencyKey });
export const moveOrder = moveRecord<SupervisionOrderView>(ORDERS_PATH);
export const listPublicSupervision = (signal?: AbortSignal): Promise<{ items: PublicSupervision[] }> =>
  http.get('/public/listed-supervision', {}, signal);
