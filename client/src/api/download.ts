import type { ExportFormat } from '@core/contract/page.ts';
import { respond, type Query } from './http.ts';

function fileNameOf(response: Response, fallback: string): string {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? fallback;
}

/** Saves a file the server makes. Fetched rather than linked, so a refusal is shown in words. */
export async function downloadFile(path: string, query: Query, fallbackName: string): Promise<void> {
  const response = await respond('GET', path, { query });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(response, fallbackName);
  link.click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves what a list shows now: same filters, same order. */
export const downloadExport = (path: string, format: ExportFormat, query: Query): Promise<void> =>
  downloadFile(`${path}/export`, { ...query, format }, `export.${format}`);
