import type { FilePurpose } from '@core/contract/files.ts';

const PICTURES = { hint: 'pictures', types: 'image/jpeg,image/png,image/webp' } as const;

/** What a field says it takes, and what the chooser offers first; the server decides by the file itself. */
export const FILE_FIELD_ACCEPTS = {
  evidence: { hint: 'evidence', types: undefined },
  document: { hint: 'papers', types: '.pdf,.docx,.xlsx' },
  rosterWorkbook: { hint: 'workbook', types: '.xlsx' },
  boardPhoto: PICTURES,
  avatar: PICTURES,
} as const satisfies Record<FilePurpose, { hint: string; types: string | undefined }>;
