import type { FilePurpose } from '../../core/contract/files.ts';

export interface FileKindRow {
  mime: string;
  /** The first is given to files whose name claims something else. */
  extensions: readonly string[];
  label: string;
  /** Shown by a browser itself under the sandbox headers; the others are always saved. */
  inline: boolean;
}

const row = (label: string, mime: string, inline: boolean, ...extensions: string[]): FileKindRow => ({
  label,
  mime,
  inline,
  extensions,
});

const SHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

export const FILE_KINDS = {
  jpeg: row('JPEG', 'image/jpeg', true, 'jpg', 'jpeg', 'jpe', 'jfif'),
  png: row('PNG', 'image/png', true, 'png'),
  webp: row('WebP', 'image/webp', true, 'webp'),
  pdf: row('PDF', 'application/pdf', true, 'pdf'),
  xlsx: row('XLSX', SHEET, false, 'xlsx'),
  docx: row('DOCX', WORD, false, 'docx'),
  mp3: row('MP3', 'audio/mpeg', true, 'mp3'),
  m4a: row('M4A', 'audio/mp4', true, 'm4a'),
  amr: row('AMR', 'audio/amr', true, 'amr', 'awb'),
  wav: row('WAV', 'audio/wav', true, 'wav'),
  ogg: row('OGG', 'audio/ogg', true, 'ogg', 'oga', 'opus'),
  webm: row('WebM', 'video/webm', true, 'webm', 'weba'),
  mp4: row('MP4', 'video/mp4', true, 'mp4', 'm4v'),
} as const satisfies Record<string, FileKindRow>;

export type FileKind = keyof typeof FILE_KINDS;
export type ImageKind = 'jpeg' | 'png' | 'webp';

const MB = 1024 * 1024;

/** What each purpose takes. The server's own UPLOAD_MAX_MB is the upper bound of all. */
export const PURPOSE_RULES: Readonly<Record<FilePurpose, { kinds: readonly FileKind[]; maxBytes: number }>> =
  {
    evidence: {
      kinds: ['jpeg', 'png', 'webp', 'pdf', 'mp3', 'm4a', 'amr', 'wav', 'ogg', 'webm', 'mp4'],
      maxBytes: 200 * MB,
    },
    rosterWorkbook: { kinds: ['xlsx'], maxBytes: 10 * MB },
    document: { kinds: ['pdf', 'docx', 'xlsx'], maxBytes: 30 * MB },
    boardPhoto: { kinds: ['jpeg', 'png', 'webp'], maxBytes: 20 * MB },
    avatar: { kinds: ['jpeg', 'png', 'webp'], maxBytes: 5 * MB },
  };

export const isImageKind = (kind: FileKind): kind is ImageKind =>
  kind === 'jpeg' || kind === 'png' || kind === 'webp';

export const kindOfMime = (mime: string): FileKindRow | undefined =>
  Object.values(FILE_KINDS).find((kind) => kind.mime === mime);
