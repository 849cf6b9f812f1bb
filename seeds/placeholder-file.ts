import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { storeFile } from '../server/features/files/index.ts';
import type { Ctx } from '../server/platform/context.ts';

/** A page that says what it is: the evidence of made-up records. */
function page(words: string): string {
  const text = `BT /F1 18 Tf 60 760 Td (${words}) Tj ET`;
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${text.length} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ];
  let pdf = '%PDF-1.4\n';
  const places = objects.map((object, at) => {
    const place = pdf.length;
    pdf += `${at + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, '0')} 00000 n \n`;
  });
  const table = pdf.length;
  const size = objects.length + 1;
  return `${pdf}xref\n0 ${size}\n0000000000 65535 f \n${places.join('')}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
}

/** Uploads it as this person; the same person's second upload is the file that is there already. */
export async function placeholderFile(dataDir: string, name: string, ctx: Ctx): Promise<string> {
  const path = join(dataDir, 'uploads', 'tmp', randomUUID());
  await writeFile(path, page('Generated placeholder, not a real document'), { mode: 0o600 });
  return (await storeFile({ path, name, purpose: 'evidence' }, ctx)).id;
}
