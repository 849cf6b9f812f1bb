import { sectionOf } from '../../../core/archive/sections.ts';
import { DOCUMENT_KIND_ROWS } from '../../../core/documents/kinds.ts';
import type { Ctx } from '../../../platform/context.ts';
import { MODE_NAMES } from '../../documents/index.ts';
import type { PaperForFile } from '../../documents/index.ts';
import { storedFiles } from '../../files/index.ts';
import type { FileItem } from '../bind-task.ts';
import type { LooseFile } from './loose-files.ts';
import { rowsTable } from './print-facts.ts';

const nameOf = ({ kind }: PaperForFile): string => DOCUMENT_KIND_ROWS[kind].name.zh;

/** Issued papers as they were frozen. */
export const aboutPapers = (papers: readonly PaperForFile[]): FileItem[] =>
  papers.flatMap((paper): FileItem[] => {
    const section = sectionOf(paper.kind);
    const { documentNumber, issuedOn, pdfSha256, addresseeName } = paper;
    if (paper.state !== 'issued' || section === null || pdfSha256 === undefined) return [];
    const to = DOCUMENT_KIND_ROWS[paper.kind].isServed ? `（${addresseeName}）` : '';
    return [
      {
        section,
        title: `${nameOf(paper)}${to}`,
        ...(documentNumber === undefined ? {} : { documentNumber }),
        ...(issuedOn === undefined ? {} : { date: issuedOn }),
        pages: { stored: pdfSha256 },
      },
    ];
  });

/** Every service with its day, hand and mode on one list; its proofs follow as pictures or are listed. */
export async function aboutServices(
  papers: readonly PaperForFile[],
  _ctx: Ctx,
): Promise<{ items: FileItem[]; files: LooseFile[] }> {
  const served = papers.flatMap((paper) => paper.services.map((service) => ({ paper, service })));
  if (served.length === 0) return { items: [], files: [] };
  const rows = served.map(({ paper, service }) => [
    `${nameOf(paper)}\n${paper.documentNumber ?? ''}`,
    service.addressee,
    MODE_NAMES[service.mode],
    service.servedOn ?? `${service.handedOverOn}（交付）`,
    service.servedBy.join('、'),
    service.receivedBy ?? service.witness ?? '—',
  ]);
  const heads = ['文书', '受送达人', '方式', '送达日期', '送达人', '签收人（见证人）'];
  const days = served.map(({ service }) => service.servedOn ?? service.handedOverOn).sort();
  const last = days.at(-1);
  const files: LooseFile[] = [];
  for (const { paper, service } of served)
    for (const { sha256, name, mime } of await storedFiles(service.fileIds)) {
      const title = `送达凭证：${nameOf(paper)}（${paper.documentNumber ?? ''}）`;
      files.push({
        sha256,
        name,
        mime,
        title,
        section: 'service',
        ...(service.servedOn === undefined ? {} : { date: service.servedOn }),
      });
    }
  return {
    items: [
      {
        section: 'service',
        title: '送达情况表',
        ...(last === undefined ? {} : { date: last }),
        pages: { draw: { content: rowsTable(heads, ['*', 80, 50, 66, 66, 66], rows) } },
      },
    ],
    files,
  };
}
