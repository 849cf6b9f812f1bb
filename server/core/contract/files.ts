/** What a file is attached to; each kind has its own accepted types, sizes and readers. */
export const FILE_PURPOSES = ['evidence', 'rosterWorkbook', 'document', 'boardPhoto', 'avatar'] as const;
export type FilePurpose = (typeof FILE_PURPOSES)[number];

/**
 * `POST /api/files` (multipart, fields `file`, `purpose` and, if known, `sha256`) and the end of a resumable upload.
 * `GET /api/files?purpose&cursor&limit`: own files; `GET /api/files/:id` the bytes, `GET /api/files/:id/thumbnail` WebP.
 */
export interface FileView {
  id: string;
  /** SHA-256 of the stored bytes, hex: also its name in the store. */
  sha256: string;
  name: string;
  purpose: FilePurpose;
  mime: string;
  bytes: number;
  width?: number;
  height?: number;
  hasThumbnail: boolean;
  uploadedAt: string;
  uploadedBy: string;
}

/**
 * Resumable: `POST /api/uploads` → `PATCH /api/uploads/:id` with `Upload-Offset` and application/octet-stream chunks
 * → `POST /api/uploads/:id/finish`; `GET /api/uploads/:id` says where to go on after a cut.
 */
export interface StartUpload {
  name: string;
  bytes: number;
  purpose: FilePurpose;
  sha256?: string;
}
export interface UploadView {
  id: string;
  offset: number;
  bytes: number;
  chunkBytes: number;
  expiresAt: string;
}

/** `DELETE /api/files/:id`: takes an own file back; `DELETE /api/uploads/:id` gives up an upload under way. */
export interface DeleteFile {
  reason: string;
}
