import './respondent-setup.ts';

export { getMatter } from './get-matter.ts';
export { listMatters } from './list-matters.ts';
export { RESPONDENT_PERMISSIONS } from './respondent.permissions.ts';
export { respondentRoutes } from './respondent.routes.ts';
export { sendProof } from './send-proof.ts';
