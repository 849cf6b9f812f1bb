import { dayOf, words, wrong } from '../lives/facts.ts';
import { choice, documentNumber, files, line, note, pastDay, reason, text } from '../lives/form.ts';
import { orderMissed } from './order-missed.ts';
import { proceedingTable } from './proceeding-table.ts';

type State =
  | 'reported'
  | 'notApproved'
  | 'approved'
  | 'sent'
  | 'received'
  | 'policeRefused'
  | 'reconsidered'
  | 'filed'
  | 'handedOver'
  | 'ended';
type Action =
  | 'approve'
  | 'refuse'
  | 'send'
  | 'policeReceive'
  | 'policeFile'
  | 'policeRefuse'
  | 'askReconsideration'
  | 'askProcurator'
  | 'handOver'
  | 'end';

const policeFile = {
  to: 'filed',
  by: ['inspector'],
  meets: ['policeDecision'],
  starts: ['transferHandOver'],
  cite: 'TRF-3',
} as const;
const end = { to: 'ended', by: ['inspector'], meets: ['policeReconsideration'] } as const;
const lastWord = {
  policeFile: { ...policeFile, meets: ['policeDecision', 'policeReconsideration'] },
  askProcurator: {
    to: 'reconsidered',
    by: ['inspector'],
    meets: ['policeReconsideration'],
    cite: 'TRF-4',
  },
} as const;

/**
 * 移送涉嫌犯罪案件: reported by two, approved by the head in three days, sent within 24 hours; the police sign and decide
 * in three days, a refusal can be contested in three, and once they have filed it everything is handed over in three.
 * @law TRF-1
 * @law TRF-3
 * @law TRF-4
 * @law TRF-5
 */
export const CRIMINAL_TRANSFER = proceedingTable<State, Action>({
  kind: 'criminalTransfer',
  name: words('涉嫌犯罪移送', 'Transfer to the police'),
  why: words(
    '涉嫌拒不支付劳动报酬罪的，移送公安机关，不得以罚款代替',
    'Suspected refusal to pay labour remuneration goes to the police; a fine is no substitute',
  ),
  cite: 'TRF-6',
  flow: {
    unopened: {
      open: { to: 'reported', by: ['inspector'], starts: ['transferApproval'], cite: 'TRF-1' },
    },
    reported: {
      approve: {
        to: 'approved',
        by: ['bureauHead'],
        meets: ['transferApproval'],
        starts: ['transferSending'],
        cite: 'TRF-1',
      },
      refuse: { to: 'notApproved', by: ['bureauHead'], meets: ['transferApproval'], cite: 'TRF-1' },
    },
    approved: { send: { to: 'sent', by: ['inspector'], meets: ['transferSending'], cite: 'TRF-2' } },
    sent: {
      policeReceive: { to: 'received', by: ['inspector'], starts: ['policeDecision'], cite: 'TRF-3' },
    },
    received: {
      policeFile,
      policeRefuse: {
        to: 'policeRefused',
        by: ['inspector'],
        meets: ['policeDecision'],
        starts: ['policeReconsideration'],
        cite: 'TRF-3',
      },
    },
    policeRefused: {
      ...lastWord,
      askReconsideration: {
        to: 'reconsidered',
        by: ['inspector'],
        meets: ['policeReconsideration'],
        cite: 'TRF-4',
      },
      end,
    },
    reconsidered: { ...lastWord, end },
    filed: {
      handOver: { to: 'handedOver', by: ['inspector'], meets: ['transferHandOver'], cite: 'TRF-5' },
    },
    notApproved: {},
    handedOver: {},
    ended: {},
  },
  states: {
    reported: words('已报告，待负责人决定', 'Reported, waits for the head'),
    notApproved: words('不移送', 'Not transferred'),
    approved: words('已批准，待移送', 'Approved, to be sent'),
    sent: words('已移送，待签收', 'Sent, to be signed for'),
    received: words('公安审查中', 'With the police'),
    policeRefused: words('公安不予立案', 'Not filed by the police'),
    reconsidered: words('已提请复议或者立案监督', 'Contested'),
    filed: words('公安已立案', 'Filed by the police'),
    handedOver: words('已移交全部材料', 'Everything handed over'),
    ended: words('终结', 'Ended'),
  },
  actions: {
    open: {
      name: words('提出移送书面报告', 'Report for transfer'),
      fields: [
        pastDay('reportedOn', words('报告日期', 'Day of the report')),
        line('team', words('专案组成员（不少于二人）', 'The team (two or more)')),
        choice('act', words('涉嫌的情形', 'What is suspected'), {
          MOVED_ASSETS: words('转移财产', 'Moved assets away'),
          ABSCONDED: words('逃匿', 'Absconded'),
          UNWILLING: words('有能力支付而不支付', 'Able to pay and unwilling'),
          DESTROYED_RECORDS: words('隐匿、销毁账册和用工记录', 'Hid or destroyed records'),
        }),
        text('report', words('核实情况', 'What was found')),
        files,
      ],
      notYet: orderMissed,
      on: 'reportedOn',
    },
    approve: { name: words('批准移送', 'Approve the transfer'), fields: [note], isApproval: true },
    refuse: { name: words('决定不移送', 'Decide against it'), fields: [reason], isApproval: true },
    send: {
      name: words('移送公安机关', 'Send it to the police'),
      fields: [
        pastDay('sentOn', words('移送日期', 'Day it was sent')),
        line('police', words('公安机关', 'Police authority')),
        documentNumber('letterNumber', words('移送书文号', 'Number of the letter')),
        text('papers', words('移送材料清单', 'List of papers')),
        files,
      ],
      on: 'sentOn',
    },
    policeReceive: {
      name: words('登记公安签收', 'Record the receipt'),
      fields: [pastDay('receivedOn', words('签收日期', 'Day it was signed for')), files],
      on: 'receivedOn',
    },
    policeFile: {
      name: words('公安决定立案', 'The police file it'),
      fields: [
        pastDay('policeFiledOn', words('立案日期', 'Day of filing')),
        pastDay('policeNoticeOn', words('收到立案通知书日期', 'Day the notice of filing arrived'), {
          isRequired: false,
          hint: words('移交期限从这一天起算', 'The time for handing over runs from this day'),
        }),
        documentNumber('policeNumber', words('立案决定文号', 'Number'), { isRequired: false }),
        files,
      ],
      check: ({ facts }) => {
        const [filed, told] = [dayOf(facts, 'policeFiledOn'), dayOf(facts, 'policeNoticeOn')];
        return filed !== undefined && told !== undefined && told < filed
          ? wrong('policeNoticeOn', '不能早于立案日期', 'Not before the day of filing')
          : undefined;
      },
      on: 'policeFiledOn',
      startsOn: {
        transferHandOver: ({ facts }) => dayOf(facts, 'policeNoticeOn') ?? dayOf(facts, 'policeFiledOn'),
      },
    },
    policeRefuse: {
      name: words('公安不予立案', 'The police do not file it'),
      fields: [
        pastDay('policeRefusedOn', words('收到不予立案通知日期', 'Day the notice arrived')),
        text('policeReason', words('不予立案的理由', 'Reasons given')),
        files,
      ],
      on: 'policeRefusedOn',
    },
    askReconsideration: {
      name: words('提请公安复议', 'Ask the police to reconsider'),
      fields: [pastDay('contestedOn', words('提请日期', 'Day it was asked')), reason, files],
      notYet: ({ deadlines, today }) => {
        const last = deadlines.findLast(({ period }) => period === 'policeReconsideration')?.dueOn;
        return last !== undefined && today > last
          ? words(
              `提请复议的期限已于 ${last} 届满，可以建议检察机关立案监督`,
              `The time ended on ${last}; the procuratorate can still be asked`,
            )
          : undefined;
      },
      on: 'contestedOn',
    },
    askProcurator: {
      name: words('建议检察机关立案监督', 'Ask the procuratorate'),
      fields: [
        pastDay('contestedOn', words('建议日期', 'Day it was asked')),
        line('procurator', words('人民检察院', 'Procuratorate')),
        files,
      ],
      on: 'contestedOn',
    },
    handOver: {
      name: words('移交物品和材料', 'Hand over goods and papers'),
      fields: [pastDay('handedOverOn', words('移交日期', 'Day of the hand-over')), note, files],
      on: 'handedOverOn',
    },
    end: {
      name: words('终结移送', 'End it'),
      fields: [pastDay('endedOn', words('日期', 'Day')), reason, files],
      on: 'endedOn',
    },
  },
  holds: ['reported', 'approved', 'sent', 'policeRefused', 'filed'],
  figures: () => [],
});
