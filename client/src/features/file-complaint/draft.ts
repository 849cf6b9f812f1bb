import type {
  FileAnonymousReport,
  FileComplaint,
} from '../../../../server/core/contract/complaint-intake.ts';
import type { IntakeKind } from '../../../../server/core/contract/complaints.ts';
import type { PublicProject } from '../../../../server/core/contract/projects.ts';
import { parseYuanText, type Fen } from '../../../../server/core/kit/money.ts';
import type { PayMonth } from '../../../../server/core/kit/plain-date.ts';
import type { StepId } from './steps.ts';

export interface PickedArea {
  code: string;
  name: string;
  nameEn: string;
}

/** A submission on its way. The draft is frozen from the first attempt on: what was sent may have arrived. */
export interface Outgoing {
  /** One key for all attempts: however often it is sent, it is filed once. */
  key: string;
  attempted: boolean;
  /** As it was put together when the button was pressed, so that every attempt sends the same. */
  story: string;
}

/** What a worker has answered so far, as it is kept on the phone. */
export interface Draft {
  id: string;
  startedAt: number;
  savedAt: number;
  /** The question to go on with. */
  step: StepId;
  intakeKind?: IntakeKind;
  anonymous: boolean;
  name: string;
  contact: string;
  /** From the QR on the site's board. */
  project?: PublicProject;
  employerName: string;
  projectName: string;
  site: string;
  county?: PickedArea;
  town?: PickedArea;
  /** 0: not answered yet. */
  headcount: number;
  payMonths: PayMonth[];
  /** Yuan as typed. */
  owed: string;
  story: string;
  outgoing?: Outgoing;
}

export const newDraft = (id: string, now: number): Draft => ({
  id,
  startedAt: now,
  savedAt: now,
  step: 'kind',
  anonymous: false,
  name: '',
  contact: '',
  employerName: '',
  projectName: '',
  site: '',
  headcount: 0,
  payMonths: [],
  owed: '',
  story: '',
});

/** The amount as whole fen; null while it cannot be read. */
export const owedFenOf = (draft: Pick<Draft, 'owed'>): Fen | null =>
  parseYuanText(draft.owed.replace(/\.$/, ''));

/** The narrowest division the worker named. */
export const areaCodeOf = (draft: Draft): string =>
  draft.project?.areaCode ?? draft.town?.code ?? draft.county?.code ?? '';

const given = <Key extends string>(key: Key, text: string): { [one in Key]?: string } =>
  text.trim() === '' ? {} : ({ [key]: text.trim() } as { [one in Key]?: string }); // a computed key widens to string

function contentOf(draft: Draft, story: string) {
  return {
    ...(draft.project
      ? { projectCode: draft.project.code }
      : { ...given('projectName', draft.projectName), ...given('site', draft.site) }),
    ...given('employerName', draft.employerName),
    areaCode: areaCodeOf(draft),
    headcount: draft.headcount,
    payMonths: [...draft.payMonths].sort(),
    owedFen: owedFenOf(draft) ?? (0 as Fen), // the money question refuses what cannot be read
    story,
  };
}

/** What is sent for a named complaint or a confidential report. */
export const namedBody = (draft: Draft, story: string, fileIds: string[]): FileComplaint => ({
  ...contentOf(draft, story),
  intakeKind: draft.intakeKind ?? 'COMPLAINT',
  name: draft.name.trim(),
  fileIds,
});

export const anonymousBody = (draft: Draft, story: string): FileAnonymousReport => ({
  ...contentOf(draft, story),
  ...given('contact', draft.contact),
});
