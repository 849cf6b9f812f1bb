import type { Paper } from '@core/reports/paper.ts';
import { downloadFile } from './download.ts';
import { http } from './http.ts';

export interface BulletinQuery {
  kind: string;
  from: string;
  to: string;
  areaCode: string;
}
const given = ({ areaCode, ...rest }: BulletinQuery): Record<string, string> =>
  areaCode === '' ? { ...rest } : { ...rest, areaCode };

export const getBulletin = (query: BulletinQuery, signal?: AbortSignal): Promise<Paper> =>
  http.get('/bulletins', given(query), signal);

export const downloadBulletin = (query: BulletinQuery, format: 'docx' | 'pdf'): Promise<void> =>
  downloadFile('/bulletins/export', { ...given(query), format }, `bulletin.${format}`);
