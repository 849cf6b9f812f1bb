import { locales } from '@/locales/transport.ts';
import { ApiError } from './api-error.ts';

/** The two failures the server cannot put into words, because it was not reached. */
export const offline = (): ApiError => new ApiError('offline', 0, locales.offline);
export const unreadable = (status: number, requestId: string | undefined): ApiError =>
  new ApiError('unreadable', status, locales.unreadable, { requestId });
