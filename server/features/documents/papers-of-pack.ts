import { DOCUMENT_KIND_ROWS } from '../../core/documents/kinds.ts';
import { registerPackParts } from '../evidence/index.ts';
import { findIssuedOfCase } from './document.model.ts';

/** What the office has issued in a case goes into its packs, as it was frozen; a draft proves nothing. */
registerPackParts(async (caseId) =>
  (await findIssuedOfCase(caseId)).flatMap(({ kind, documentNumber = '', pdfFileId }) => {
    const { zh } = DOCUMENT_KIND_ROWS[kind].name;
    if (pdfFileId === undefined) return [];
    return [
      {
        title: `${zh}（${documentNumber}）`,
        fileName: `${zh} ${documentNumber}.pdf`,
        content: { fileId: pdfFileId },
      },
    ];
  }),
);
