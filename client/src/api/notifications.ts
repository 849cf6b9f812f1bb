import type { BellItem } from '@core/contract/operations.ts';
import type { Page } from '@core/contract/page.ts';
import { http } from './http.ts';

export const listNotifications = (query: {
  unread?: boolean;
  limit?: number;
  cursor?: string;
}): Promise<Page<BellItem>> => http.get('/notifications', query);
export const readNotification = (id: string): Promise<void> => http.post(`/notifications/${id}/read`);
export const readAllNotifications = (): Promise<void> => http.post('/notifications/read-all');
