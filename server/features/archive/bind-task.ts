import type { CaseFileSection } from '../../core/contract/archive.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import type { FilePlace } from '../../platform/files/index.ts';
import type { PdfContent } from '../../platform/pdf/index.ts';

/** Where the pages of an item come from: what was frozen, a picture of the store under a few words, or pages to draw. */
export type ItemPages =
  | { stored: string }
  | { picture: string; head: PdfContent[] }
  | { bytes: Uint8Array }
  | { draw: { content: PdfContent } };

/** One line of the index, and what lies behind it. */
export interface FileItem {
  section: CaseFileSection;
  title: string;
  documentNumber?: string;
  date?: PlainDate;
  pages: ItemPages;
}

/** What stands on the cover and at the end. */
export interface VolumeWords {
  office: string;
  fileNumber: string;
  /** 正卷, 副卷; absent where there is but one. */
  volumeName?: string;
  facts: readonly (readonly [label: string, value: string])[];
  remarks: readonly string[];
  compiledBy: string;
  compiledOn: PlainDate;
}

export interface VolumeTask {
  words: VolumeWords;
  items: readonly FileItem[];
}

/** What the thread is handed; plain data only. */
export interface BindTask {
  /** The store of the files feature: the thread reads from it itself. */
  files: FilePlace;
  /** Stands in the file as the moment it was made, so that the same record gives the same bytes. */
  at: string;
  volumes: readonly VolumeTask[];
}

export interface BoundLine {
  section: CaseFileSection;
  title: string;
  documentNumber?: string;
  date?: PlainDate;
  fromPage: number;
  toPage: number;
}
export interface BoundVolume {
  bytes: Uint8Array;
  pages: number;
  lines: BoundLine[];
}
