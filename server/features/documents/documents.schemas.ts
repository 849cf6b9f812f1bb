import Joi from 'joi';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { SERVICE_MODES } from '../../core/contract/cases.ts';
import type {
  ConfirmService,
  DocumentKind,
  DraftDocument,
  EditDocument,
  ListDocuments,
  PutTemplate,
  ServeDocument,
} from '../../core/contract/documents.ts';
import { DOCUMENT_KINDS, DOCUMENT_STATES } from '../../core/contract/documents.ts';
import { FIELD_NAMES } from '../../core/documents/field-names.ts';
import { areaCode, id, pageKeys, plainDate, properName, text } from '../../platform/http/shapes.ts';
import { exportKeys } from '../../platform/tables/index.ts';
import type { ExportDocuments } from './export-documents.ts';
import type { KindsOf } from './list-kinds.ts';
import { DOCUMENT_SORTS } from './list-documents.ts';

/** plainDate() has checked the form; joi's types know texts only. */
const day = (): Joi.StringSchema<PlainDate> => plainDate() as Joi.StringSchema<PlainDate>;
const kind = () => Joi.string().valid(...DOCUMENT_KINDS);
const fileIds = (): Joi.ArraySchema<string[]> => Joi.array().items(id()).max(20).unique();
/** Case facts may be long; no paper is longer than this. */
const LONGEST = 6000;
const names = Object.keys(FIELD_NAMES);

export const draftBody = Joi.object<DraftDocument, true>({
  kind: kind().required(),
  caseId: id(),
  complaintId: id(),
  proceedingId: Joi.string().pattern(/^[\w-]{1,64}$/),
  documentId: id(),
});
export const editBody = Joi.object<EditDocument, true>({
  fields: Joi.object()
    .pattern(Joi.string().valid(...names), Joi.string().allow('').max(LONGEST))
    .max(60)
    .required(),
});
export const emptyBody = Joi.object<Record<string, never>, true>({});
export const noteBody = Joi.object<{ note?: string }, true>({ note: text(1000) });
export const reasonBody = Joi.object<{ reason: string }, true>({ reason: text(1000, 2).required() });
export const serveBody = Joi.object<ServeDocument, true>({
  mode: Joi.string()
    .valid(...SERVICE_MODES)
    .required(),
  addressee: properName(120).required(),
  handedOverOn: day().required(),
  servedBy: Joi.array().items(properName(60)).min(1).max(4).required(),
  receivedBy: properName(60),
  witness: properName(60),
  note: text(500),
  fileIds: fileIds().required(),
});
export const confirmBody = Joi.object<ConfirmService, true>({
  serviceId: Joi.string().guid().required(),
  outcome: Joi.string().valid('received', 'refused', 'notFound').required(),
  on: day().required(),
  note: text(500),
  fileIds: fileIds().required(),
});

const filters = {
  caseId: id(),
  complaintId: id(),
  kind: kind(),
  state: Joi.string().valid(...DOCUMENT_STATES),
  q: text(100),
  areaCode: areaCode(),
} as const;
const paging = pageKeys(Object.keys(DOCUMENT_SORTS));
export const listQuery = Joi.object<ListDocuments, true>({ ...filters, ...paging });
export const exportQuery = Joi.object<ExportDocuments, true>({
  ...filters,
  sort: paging.sort,
  ...exportKeys,
});
export const kindsQuery = Joi.object<KindsOf, true>({
  caseId: id(),
  complaintId: id(),
  proceedingId: Joi.string().pattern(/^[\w-]{1,64}$/),
}).xor('caseId', 'complaintId');
export const checkParams = Joi.object<{ checkCode: string }, true>({
  checkCode: Joi.string()
    .uppercase()
    .replace('-', '')
    .pattern(/^[2-9A-HJKMNP-Z]{10}$/)
    .required(),
});

export const templateParams = Joi.object<{ kind: DocumentKind }, true>({ kind: kind().required() });
export const templateQuery = Joi.object<{ areaCode: string }, true>({ areaCode: areaCode().required() });
export const putTemplateBody = Joi.object<PutTemplate, true>({
  areaCode: areaCode().required(),
  fileId: id().required(),
  note: text(500).required(),
});
export const previewBody = Joi.object<{ areaCode: string; fileId?: string }, true>({
  areaCode: areaCode().required(),
  fileId: id(),
});
