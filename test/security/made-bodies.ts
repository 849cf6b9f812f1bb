import type { Identity } from './markers.ts';

const ON = '2026-11-20';
const CHECKLIST = [
  ...['labourContract', 'wagePayment', 'realName', 'wageAccount', 'gcDirectPay', 'wageBond', 'rightsBoard'],
];

/**
 * Forms whose parts hang together in a way nothing made up at random hits: by hand, with a person in the fields and a story
 * in the places for words. `known` gives ids of records.
 */
export function madeBody(
  door: string,
  known: (key: string) => string | undefined,
  person: Identity,
  words: string,
): Record<string, unknown> | undefined {
  const site = { projectId: known('projectId'), teamId: known('teamId') };
  const interview = {
    ...{
      personName: person.name,
      personRole: person.phone,
      place: person.address,
      begunAt: `${ON}T02:00:00Z`,
    },
    ...{
      inspectorIds: [known('inspectorId')],
      lines: [{ question: words, answer: words }],
      isReporter: false,
    },
  };
  const entry = {
    ...{ name: person.name, citizenId: person.citizenId, bankCard: person.bankCard, payKind: 'TIME_RATE' },
    ...{ daysHundredths: 2_000, dayRateFen: 20_000, overtimeFen: 0, allowancesFen: 0, backPayFen: 0 },
    ...{ grossFen: 400_000, advanceFen: 0, netFen: 400_000, isSigned: false, otherGround: words },
    deductions: { incomeTax: 0, socialInsurance: 0, courtOrdered: 0, damage: 0, other: 0 },
  };
  const sheet = { ...site, payMonth: '2026-10', entries: [entry] };
  const about = { kind: 'project', id: site.projectId };
  const made: Readonly<Record<string, Record<string, unknown>>> = {
    'post /campaigns': {
      areaCode: '532601',
      given: { title: words, name: person.name, phone: person.phone },
    },
    'post /complaints': {
      ...{ intakeKind: 'REPORT', channel: 'PETITION', receivedOn: ON, areaCode: '532601001', headcount: 1 },
      ...{
        payMonths: ['2026-09'],
        owedFen: 100,
        fileIds: [],
        employerName: person.name,
        site: person.address,
      },
      ...{ story: words, name: person.name, phone: person.phone, citizenId: person.citizenId },
    },
    'post /supervision-orders': {
      ...{ areaCode: '532601', title: words, about, responsibleUnit: person.name },
      ...{ milestones: [{ name: words, dueOn: '2027-01-20' }], given: { words } },
    },
    'post /documents/:id/confirm-service': {
      ...{ serviceId: '6f1f1f0e-3a53-4c86-9a39-2b6f6b8f7d10', outcome: 'received', on: ON, note: words },
      fileIds: [],
    },
    'post /evidence/:id/redact': { boxes: [{ left: 1, top: 1, width: 9, height: 9 }], reason: words },
    'post /cases/:id/interviews': interview,
    'patch /interviews/:id': interview,
    'post /interviews/:id/finish': { endedAt: `${ON}T03:00:00Z`, unsignedReason: words },
    'post /inspection-plan': {
      ...{ month: '2026-12', projectIds: [site.projectId], inspectorId: known('inspectorId') },
    },
    'post /site-inspections': {
      ...{ areaCode: '532601', on: ON, kind: 'ROUTINE', companyName: person.name, inspectors: [person.name] },
      ...{ companions: words, place: { text: person.address }, remark: words, fileIds: [] },
      checklist: CHECKLIST.map((item) => ({ item, answer: 'OK', note: words, fileIds: [] })),
    },
    'post /payroll/entries/check': sheet,
    'post /payroll/sheets': sheet,
    'post /wage-accounts/:projectId/transactions': {
      ...{ direction: 'in', kind: 'labourCost', amountFen: 100, on: ON, counterparty: person.name },
      bankRef: 'MARKED-1',
    },
    'post /attendance/checks': { ...site, fileId: known('fileId'), month: '2026-10' },
  };
  return made[door];
}
