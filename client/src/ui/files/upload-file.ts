import type { FilePurpose, FileView } from '@core/contract/files.ts';
import { http } from '@/api/http.ts';

/** Sends one file whole: a desk has a cable; what comes over a phone goes by the resumable door. */
export function uploadFile(file: File, purpose: FilePurpose): Promise<FileView> {
  const body = new FormData();
  body.append('purpose', purpose);
  body.append('file', file);
  return http.post('/files', body);
}
