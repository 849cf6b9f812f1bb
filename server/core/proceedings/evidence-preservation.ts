import { choice, files, line, pastDay, people, reason, text, note } from '../lives/form.ts';
import { words } from '../lives/facts.ts';
import { proceedingTable } from './proceeding-table.ts';

type State = 'asked' | 'declined' | 'approved' | 'preserved' | 'decided' | 'released';
type Action = 'approve' | 'decline' | 'preserve' | 'decide' | 'release';

/**
 * 先行登记保存: evidence that may be lost is put down and kept on the spot with the head's approval, and within seven
 * working days it is said what becomes of it.
 * @law PRO-5
 */
export const EVIDENCE_PRESERVATION = proceedingTable<State, Action>({
  kind: 'evidencePreservation',
  name: words('证据先行登记保存', 'Preservation of evidence'),
  why: words(
    '证据可能灭失或以后难以取得，经负责人批准先行登记保存',
    'Evidence that may be lost is registered and kept with the head’s approval',
  ),
  cite: 'PRO-5',
  flow: {
    unopened: { open: { to: 'asked', by: ['inspector'], cite: 'PRO-5' } },
    asked: {
      approve: { to: 'approved', by: ['bureauHead'], cite: 'PRO-5' },
      decline: { to: 'declined', by: ['bureauHead'] },
    },
    approved: {
      preserve: { to: 'preserved', by: ['inspector'], starts: ['evidencePreservation'], cite: 'PRO-5' },
    },
    preserved: {
      decide: { to: 'decided', by: ['inspector'], meets: ['evidencePreservation'], cite: 'PRO-5' },
      release: { to: 'released', by: ['inspector'], meets: ['evidencePreservation'], cite: 'PRO-5' },
    },
    declined: {},
    decided: {},
    released: {},
  },
  states: {
    asked: words('待负责人批准', 'Waits for the head'),
    approved: words('已批准，待登记保存', 'Approved, to be registered'),
    preserved: words('保存中，待作出处理决定', 'Kept, to be decided on'),
    declined: words('未批准', 'Declined'),
    decided: words('已作出处理决定', 'Decided on'),
    released: words('已解除保存', 'Released'),
  },
  actions: {
    open: {
      name: words('申请先行登记保存', 'Ask to preserve evidence'),
      fields: [
        text('items', words('拟保存的证据', 'Evidence to be kept')),
        line('place', words('存放地点', 'Where it lies')),
        reason,
      ],
    },
    approve: { name: words('批准', 'Approve'), fields: [note], isApproval: true },
    decline: { name: words('不批准', 'Decline'), fields: [reason], isApproval: true },
    preserve: {
      name: words('登记保存', 'Register and keep'),
      fields: [
        pastDay('preservedOn', words('登记保存日期', 'Day of registration')),
        people('itemCount', words('证据件数', 'Number of items')),
        line('keeper', words('保管人', 'Keeper')),
        files,
      ],
      on: 'preservedOn',
    },
    decide: {
      name: words('作出处理决定', 'Decide what becomes of it'),
      fields: [
        pastDay('decidedOn', words('决定日期', 'Day of the decision')),
        choice('outcome', words('处理方式', 'What becomes of it'), {
          COPIED: words('复制、拍照后退还', 'Copied and given back'),
          APPRAISED: words('送交鉴定', 'Sent for appraisal'),
          SEALED: words('依法查封、扣押', 'Sealed or seized as the law allows'),
          HANDED_OVER: words('移交有关部门', 'Handed to the department in charge'),
        }),
        note,
        files,
      ],
      on: 'decidedOn',
    },
    release: {
      name: words('解除保存', 'Release'),
      fields: [pastDay('releasedOn', words('解除日期', 'Day of release')), reason, files],
      on: 'releasedOn',
    },
  },
  holds: ['asked', 'approved', 'preserved'],
  figures: () => [],
});
