/** Migrant workers known to the office: `/api/workers`. One citizen id is one person; identities are sealed. */
export const WORKER_STATES = ['active', 'merged'] as const;
export type WorkerState = (typeof WORKER_STATES)[number];

export const WORKER_ACTIONS = ['edit', 'merge', 'reveal'] as const;
export type WorkerAction = (typeof WORKER_ACTIONS)[number];

/** `GET /api/workers?q&areaCode&state` (q: part of the name, its initials, a whole phone or citizen id); `/export`. */
export interface WorkerView {
  id: string;
  version: number;
  name: string;
  areaCode: string;
  citizenIdMasked?: string;
  phoneMasked?: string;
  bankCardMasked?: string;
  /** Read off the citizen id. */
  birthYear?: number;
  sex?: 'male' | 'female';
  state: WorkerState;
  mergedIntoId?: string;
  createdAt: string;
  actions: WorkerAction[];
}

/** `POST /api/workers` (idempotent, 201); `PATCH /api/workers/:id` with If-Match: absent secrets stay as they are. */
export interface WriteWorker {
  name: string;
  areaCode: string;
  citizenId?: string;
  phone?: string;
  bankCard?: string;
}

export const WORKER_SECRETS = ['citizenId', 'phone', 'bankCard'] as const;
export type WorkerSecret = (typeof WORKER_SECRETS)[number];

/** `POST /api/workers/:id/reveal`: the full value, for a stated reason; every view is an event. */
export interface RevealWorker {
  field: WorkerSecret;
  reason: string;
}
export interface RevealedWorker {
  value: string;
}
