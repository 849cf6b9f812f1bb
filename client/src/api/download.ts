import type { ExportFormat } from '@core/contract/page.ts';
import { respond, type Query } from './http.ts';
import { offline } from './transport-words.ts';

function fileNameOf(response: Response, fallback: string): string {
  const header = response.headers.get('content-disposition') ?? '';
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1];
  if (encoded !== undefined) return decodeURIComponent(encoded);
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? fallback;
}

/** Saves a file the server makes. Fetched rather than linked, so a refusal is shown in words. */
export async function downloadFile(path: string, query: Query, fallbackName: string): Promise<void> {
  const response = await respond('GET', path, { query });
  save(await response.blob(), fileNameOf(response, fallbackName));
}

/** The same of a file whose length nobody knows before: says how much has come. */
export async function downloadLong(
  path: string,
  query: Query,
  fallbackName: string,
  { signal, onBytes }: { signal: AbortSignal; onBytes: (bytes: number) => void },
): Promise<void> {
  const response = await respond('GET', path, { query, signal });
  const reader = response.body?.getReader();
  const parts: Uint8Array<ArrayBuffer>[] = [];
  let bytes = 0;
  const read = () =>
    reader?.read().catch((cause: unknown) => {
      throw signal.aborted ? cause : offline(); // cut half-way: a part never passes for the whole
    });
  for (let next = await read(); next?.done === false; next = await read()) {
    parts.push(next.value);
    bytes += next.value.length;
    onBytes(bytes);
  }
  save(new Blob(parts), fileNameOf(response, fallbackName));
}

function save(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the blob only after the click has returned.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** Saves what a list shows now: same filters, same order. */
export const downloadExport = (path: string, format: ExportFormat, query: Query): Promise<void> =>
  downloadFile(`${path}/export`, { ...query, format }, `export.${format}`);
