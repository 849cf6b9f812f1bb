import { EVIDENCE_KINDS, EVIDENCE_SIDES } from '@core/contract/evidence.ts';
import type { EvidenceKind, EvidencePackView } from '@core/contract/evidence.ts';
import type { IconName } from '@/ui/icon-shapes.ts';
import type { StateLook } from '@/ui/state-look.ts';

/** What stands in place of a picture. */
export const KIND_ICONS: Readonly<Record<EvidenceKind, IconName>> = {
  document: 'file',
  photo: 'picture',
  audio: 'mic',
  video: 'camera',
  chat: 'message',
  workbook: 'columns',
  bankRow: 'pay',
  payrollLine: 'pay',
  attendance: 'calendar',
  interview: 'text',
  other: 'file',
};

export const PACK_LOOKS: Readonly<Record<EvidencePackView['state'], StateLook>> = {
  waiting: { labelKey: 'evidence.packs.waiting', colour: 'notice', icon: 'hourglass' },
  packing: { labelKey: 'evidence.packs.waiting', colour: 'primary', icon: 'hourglass' },
  ready: { labelKey: 'evidence.packs.ready', colour: 'good', icon: 'check' },
  failed: { labelKey: 'evidence.packs.failed', colour: 'danger', icon: 'alert' },
};

type Say = (key: string) => string;
export const kindOptions = (t: Say) =>
  EVIDENCE_KINDS.map((value) => ({ value, label: t(`evidence.kind.${value}`) }));
export const sideOptions = (t: Say) =>
  EVIDENCE_SIDES.map((value) => ({ value, label: t(`evidence.side.${value}`) }));

/** Shown in the browser itself: pictures, papers, sound and film. */
export const isPicture = (mime: string | undefined): boolean => mime?.startsWith('image/') === true;
