import './certificate-entries.ts';

export { CERTIFICATES_PERMISSIONS } from './certificates.permissions.ts';
export { certificatesRoutes } from './certificates.routes.ts';
export { expireCertificates } from './expire-certificates.ts';
export { gatherCredit } from './gather-credit.ts';
export { listCertificates } from './list-certificates.ts';
export { moveCertificate } from './move-certificate.ts';
export { requestCertificate } from './request-certificate.ts';
