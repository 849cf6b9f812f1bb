import './evidence-setup.ts';

export { addEvidence } from './add-evidence.ts';
export { EVIDENCE_PERMISSIONS } from './evidence.permissions.ts';
export { evidenceRoutes } from './evidence.routes.ts';
export { finishInterview } from './interviews/finish-interview.ts';
export { signInterview } from './interviews/sign-interview.ts';
export { beginInterview, writeInterview } from './interviews/write-interview.ts';
export { listEvidence } from './list-evidence.ts';
export { withdrawEvidence } from './move-evidence.ts';
export { configureEvidence } from './packs/pack-setup.ts';
export type { PackPart } from './packs/pack-parts.ts';
export { registerPackParts } from './packs/pack-parts.ts';
export { makePackNow } from './packs/make-pack-now.ts';
export { unpackTo } from './packs/unpack-to.ts';
export { redactEvidence } from './redact-evidence.ts';
export { takeInEvidence } from './take-in-evidence.ts';
