import type { DocumentAction, DocumentState } from '../../core/contract/documents.ts';
import type { LawFlow } from '../../core/law/law-flow.ts';

/** As whom somebody acts on a paper of his area. */
export type DocumentRole = 'clerk' | 'inspector' | 'bureauHead';
export const DOCUMENT_ROLES: readonly DocumentRole[] = ['clerk', 'inspector', 'bureauHead'];

const WRITERS = ['clerk', 'inspector'] as const;

/**
 * The life of a paper; document-guards.ts says which of these edges a kind has: what the head approves is submitted and
 * approved before it is issued, everything else is issued from the draft. What is issued is frozen for good.
 */
export const DOCUMENT_FLOW = {
  draft: {
    edit: { to: 'draft', by: WRITERS },
    submit: { to: 'submitted', by: WRITERS },
    issue: { to: 'issued', by: WRITERS, why: 'kinds the head need not approve' },
    void: { to: 'voided', by: WRITERS, needs: ['reason'] },
  },
  submitted: {
    approve: { to: 'approved', by: ['bureauHead'], why: 'never by whoever drafted it' },
    returnDraft: { to: 'draft', by: ['bureauHead'], needs: ['reason'] },
  },
  approved: {
    issue: { to: 'issued', by: ['clerk', 'inspector', 'bureauHead'] },
    returnDraft: { to: 'draft', by: ['bureauHead'], needs: ['reason'] },
  },
  issued: {
    serve: { to: 'issued', by: WRITERS, needs: ['mode', 'addressee', 'handedOverOn'], cite: 'PRO-8' },
    confirmService: { to: 'issued', by: WRITERS, needs: ['serviceId', 'outcome', 'on'] },
    void: { to: 'voided', by: ['inspector', 'bureauHead'], needs: ['reason'] },
  },
  voided: {},
} as const satisfies LawFlow<DocumentState, DocumentAction, DocumentRole>;
