import type { CaseFileSection } from '../../../core/contract/archive.ts';
import type { PlainDate } from '../../../core/kit/plain-date.ts';
import type { PdfContent } from '../../../platform/pdf/index.ts';
import type { FileItem } from '../bind-task.ts';
import { rowsTable } from './print-facts.ts';

/** A stored file that goes into the case file as a page, when it is a picture, or else onto the list of what is kept aside. */
export interface LooseFile {
  sha256: string;
  name: string;
  mime: string;
  title: string;
  section: CaseFileSection;
  date?: PlainDate;
  head?: PdfContent[];
}

const PICTURES: readonly string[] = ['image/jpeg', 'image/png', 'image/webp'];
export const isPicture = (mime: string): boolean => PICTURES.includes(mime);

/** Pictures become pages, each file once whatever it hangs on; everything else is named on one list. */
export function laidOut(files: readonly LooseFile[], office: string): FileItem[] {
  const once = [...new Map(files.map((file) => [file.sha256, file])).values()];
  const pictures = once
    .filter(({ mime }) => isPicture(mime))
    .map(({ section, title, date, sha256, head = [] }): FileItem => ({
      section,
      title,
      ...(date === undefined ? {} : { date }),
      pages: { picture: sha256, head: [...head, `SHA-256 ${sha256}`] },
    }));
  const others = once.filter(({ mime }) => !isPicture(mime));
  return others.length === 0 ? pictures : [...pictures, listOf(others, office)];
}

const listOf = (others: readonly LooseFile[], office: string): FileItem => ({
  section: 'evidence',
  title: `电子材料清单（${others.length} 件）`,
  pages: {
    draw: {
      content: [
        {
          text: `下列材料不能装订，原件存于${office}案件电子材料库，按 SHA-256 提取，可据以核对是否被改动。`,
          margin: [0, 0, 0, 8],
        },
        {
          ...(rowsTable(
            ['序号', '名称', '文件', 'SHA-256', '日期'],
            [26, '*', 100, 170, 58],
            others.map(({ title, name, sha256, date }, at) => [
              String(at + 1),
              title,
              name,
              sha256,
              date ?? '—',
            ]),
          ) as object), // a node, not a text
          fontSize: 8.5,
        },
      ],
    },
  },
});
