import type { CaseView } from '../../server/core/contract/cases.ts';
import type { ProceedingKind } from '../../server/core/contract/proceedings.ts';
import type { FieldValue } from '../../server/core/lives/field.ts';
import { moveProceeding, openProceeding } from '../../server/features/cases/index.ts';
import type { Scene } from './scene.ts';

type Given = Record<string, FieldValue>;
type Step = [action: string, who: 'inspector' | 'head', before: number, given?: Given];

/** Opens a proceeding so many working days ago and takes its steps, each on its day. */
export async function tell(
  scene: Scene,
  view: CaseView,
  kind: ProceedingKind,
  opened: [before: number, given: Given],
  ...steps: Step[]
): Promise<CaseView> {
  const [before, given] = opened;
  let now = await openProceeding(view.id, view.version, { kind, given }, scene.as('inspector', before, 14));
  const proceedingId = now.proceedings.at(-1)?.id ?? '';
  for (const [action, who, day, body = {}] of steps) {
    const at = { caseId: now.id, proceedingId, action };
    now = await moveProceeding(at, now.version, { given: body }, scene.as(who, day, 15));
  }
  return now;
}

export const notice = (scene: Scene, before: number): Given => ({
  noticeMode: 'DIRECT',
  noticedOn: scene.day(before),
});
