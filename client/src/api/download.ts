import type { ExportFormat } from '@core/contract/page.ts';
import { respond, type Query } from './http.ts';

function fileNameOf(response: Response, fallback: string): string {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? fallback;
}

/** Saves what a list shows now: same filters, same order. Fetched rather than linked, so a refusal is shown in words. */
export async function downloadExport(path: string, format: ExportFormat, query: Query): Promise<void> {
  const response = await respond('GET', `${path}/export`, { query: { ...query, format } });
  const url = URL.createObjectURL(await response.blob());
  const link = document.createElement('a');
  link.href = url;
  link.download = fileNameOf(response, `export.${format}`);
  link.click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
