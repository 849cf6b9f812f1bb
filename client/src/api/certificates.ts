import type {
  CertificateCheck,
  CertificateForm,
  CertificateRow,
  CertificateView,
  RequestCertificate,
} from '@core/contract/certificates.ts';
import type { MoveLife } from '@core/contract/lives.ts';
import type { Page } from '@core/contract/page.ts';
import type { Move } from './complaints.ts';
import { downloadFile } from './download.ts';
import { http, type Query } from './http.ts';

export const CERTIFICATES_PATH = '/certificates';

export const listCertificates = (query: Query, signal?: AbortSignal): Promise<Page<CertificateRow>> =>
  http.get(CERTIFICATES_PATH, query, signal);
export const getCertificate = (id: string, signal?: AbortSignal): Promise<CertificateView> =>
  http.get(`${CERTIFICATES_PATH}/${encodeURIComponent(id)}`, {}, signal);
export const getCertificateForm = (signal?: AbortSignal): Promise<CertificateForm> =>
  http.get(`${CERTIFICATES_PATH}/form`, {}, signal);
export const requestCertificate = (
  body: RequestCertificate,
  idempotencyKey: string,
): Promise<CertificateView> => http.post(CERTIFICATES_PATH, body, { idempotencyKey });
export const moveCertificate = (
  { id }: CertificateView,
  action: string,
  body: MoveLife,
  move: Move,
): Promise<CertificateView> => http.post(`${CERTIFICATES_PATH}/${id}/moves/${action}`, body, move);
export const downloadCertificate = (id: string): Promise<void> =>
  downloadFile(`${CERTIFICATES_PATH}/${id}/pdf`, {}, 'certificate.pdf');
export const checkCertificate = (checkCode: string, signal?: AbortSignal): Promise<CertificateCheck> =>
  http.get(`/public${CERTIFICATES_PATH}/${encodeURIComponent(checkCode)}`, {}, signal);
