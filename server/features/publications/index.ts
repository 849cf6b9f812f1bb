export { endPublicationTerms } from './end-terms.ts';
export { movePublication } from './move-publication.ts';
export type { PublicationRecord } from './publication.model.ts';
export { findOfCompanies as publicationsOfCompanies, Publications } from './publication.model.ts';
export { publicationKind } from './publication-kind.ts';
export { proposePublication } from './propose-publication.ts';
export { publicationsOfCase } from './publications-of-case.ts';
export { PUBLICATIONS_PERMISSIONS } from './publications.permissions.ts';
export { publicationsRoutes } from './publications.routes.ts';
