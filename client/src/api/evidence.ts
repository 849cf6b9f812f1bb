import type {
  AddEvidence,
  EditEvidence,
  EvidencePackView,
  EvidenceRow,
  EvidenceSources,
  EvidenceTaken,
  EvidenceView,
  FinishInterview,
  InterviewView,
  RedactEvidence,
  SignInterview,
  StartEvidencePack,
  TakeInEvidence,
  WriteInterview,
} from '@core/contract/evidence.ts';
import type { Page } from '@core/contract/page.ts';
import { downloadFile } from './download.ts';
import { http, type Query } from './http.ts';

const ofCase = (caseId: string, what: string): string => `/cases/${encodeURIComponent(caseId)}/${what}`;
const piece = (id: string): string => `/evidence/${encodeURIComponent(id)}`;
const interview = (id: string): string => `/interviews/${encodeURIComponent(id)}`;

export const listEvidence = (
  caseId: string,
  query: Query,
  signal?: AbortSignal,
): Promise<Page<EvidenceRow>> => http.get(ofCase(caseId, 'evidence'), query, signal);
export const getEvidence = (id: string, signal?: AbortSignal): Promise<EvidenceView> =>
  http.get(piece(id), {}, signal);
export const addEvidence = (
  caseId: string,
  body: AddEvidence,
  idempotencyKey: string,
): Promise<EvidenceView> => http.post(ofCase(caseId, 'evidence'), body, { idempotencyKey });
export const listSources = (caseId: string, signal?: AbortSignal): Promise<EvidenceSources> =>
  http.get(ofCase(caseId, 'evidence/sources'), {}, signal);
export const takeIn = (caseId: string, body: TakeInEvidence): Promise<EvidenceTaken> =>
  http.post(ofCase(caseId, 'evidence/take-in'), body);
export const editEvidence = (id: string, version: number, body: EditEvidence): Promise<EvidenceView> =>
  http.post(`${piece(id)}/edit`, body, { version });
export const withdrawEvidence = (id: string, version: number, reason: string): Promise<EvidenceView> =>
  http.post(`${piece(id)}/withdraw`, { reason }, { version });
export const redactEvidence = (id: string, version: number, body: RedactEvidence): Promise<EvidenceView> =>
  http.post(`${piece(id)}/redact`, body, { version });

/** Addresses for pictures and frames. */
export const thumbnailOf = (id: string): string => `/api${piece(id)}/thumbnail`;
export const shownOf = (id: string): string => `/api${piece(id)}/shown`;
export const downloadOriginal = (id: string, name: string): Promise<void> =>
  downloadFile(`${piece(id)}/original`, {}, name);

export const listInterviews = (caseId: string, signal?: AbortSignal): Promise<Page<InterviewView>> =>
  http.get(ofCase(caseId, 'interviews'), {}, signal);
export const getInterview = (id: string, signal?: AbortSignal): Promise<InterviewView> =>
  http.get(interview(id), {}, signal);
export const beginInterview = (
  caseId: string,
  body: WriteInterview,
  idempotencyKey: string,
): Promise<InterviewView> => http.post(ofCase(caseId, 'interviews'), body, { idempotencyKey });
export const writeInterview = (id: string, version: number, body: WriteInterview): Promise<InterviewView> =>
  http.patch(interview(id), body, { version });
export const signInterview = (id: string, version: number, body: SignInterview): Promise<InterviewView> =>
  http.post(`${interview(id)}/sign`, body, { version });
export const finishInterview = (id: string, version: number, body: FinishInterview): Promise<InterviewView> =>
  http.post(`${interview(id)}/finish`, body, { version });

export const listPacks = (caseId: string, signal?: AbortSignal): Promise<Page<EvidencePackView>> =>
  http.get(ofCase(caseId, 'evidence-packs'), {}, signal);
export const startPack = (
  caseId: string,
  body: StartEvidencePack,
  idempotencyKey: string,
): Promise<EvidencePackView> => http.post(ofCase(caseId, 'evidence-packs'), body, { idempotencyKey });
export const getPack = (id: string): Promise<EvidencePackView> => http.get(`/evidence-packs/${id}`);
export const downloadPack = (id: string): Promise<void> =>
  downloadFile(`/evidence-packs/${id}/zip`, {}, 'evidence-pack.zip');
