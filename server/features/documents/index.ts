import './documents-setup.ts';
import './papers-of-pack.ts';

export { checkDocument } from './check-document.ts';
export { countServedPapers } from './count-served-papers.ts';
export { approveDocument, returnDocument, submitDocument, voidDocument } from './decide-document.ts';
export { DOCUMENTS_PERMISSIONS } from './documents.permissions.ts';
export { documentsRoutes } from './documents.routes.ts';
export { draftDocument } from './draft-document.ts';
export { editDocument } from './edit-document.ts';
export { documentBytes, getDocument } from './get-document.ts';
export { issueDocument } from './issue-document.ts';
export { listDocuments } from './list-documents.ts';
export { listKinds } from './list-kinds.ts';
export type { PaperOfCase } from './paper-for-case.ts';
export { paperForCase } from './paper-for-case.ts';
export { confirmService, serveDocument } from './serve-document.ts';
