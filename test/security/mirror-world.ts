import { ObjectId } from 'mongodb';
import mongoose from 'mongoose';

/** Every word of the other world begins with it … */
export const OUT_THERE = '界外';
/** … and every id of it. */
const ID_THERE = 'feed';
/** Another province, so that not even those of the prefecture have a right there. */
export const AREA_THERE = '530102';

/** Records of people and firms, and what lists are kept beside them for; the rest is the machinery’s own. */
const MIRRORED = [
  ...['absences', 'alertCards', 'alerts', 'arrearsLines', 'arrearsSheets', 'attendance', 'bellItems'],
  ...['campaignMatters', 'campaignSums', 'campaigns', 'caseEvidence', 'caseFiles', 'caseProofs', 'claims'],
  ...[
    'companies',
    'complaintGroups',
    'complaintMessages',
    'complaints',
    'creditCertificates',
    'creditRatings',
  ],
  ...['departmentTasks', 'enrolments', 'events', 'files', 'findings', 'formalTalks'],
  ...[
    'groupMembers',
    'hazards',
    'incidents',
    'inspectionCases',
    'inspections',
    'interviews',
    'jointMeetings',
  ],
  ...['leads', 'legalDocuments', 'listedPersons', 'listings', 'machineClients', 'outbox', 'outreach'],
  ...['payFileLines', 'payFiles', 'payments', 'payrollLines', 'payrollSheets', 'projects', 'publications'],
  ...[
    'refusedOutflows',
    'releases',
    'retentionItems',
    'retentionLists',
    'safeguards',
    'siteFacts',
    'supervisionOrders',
  ],
  ...['teams', 'truthAsks', 'truthSamples', 'users', 'wageLedgers', 'wageTransactions', 'workers'],
];
const MOST_OF_ONE = 300;
/** Whatever is searched, the other world would be found by the same words. */
const SEARCHED: ReadonlySet<string> = new Set(['grams', 'searchText']);

const idThere = (id: string): string => ID_THERE + id.slice(ID_THERE.length);

function textThere(text: string): string {
  if (/^\d{4}-\d{2}/u.test(text)) return text;
  const moved = text
    .replace(/[0-9a-f]{24}/gu, idThere)
    .replace(/5326(\d*)/gu, `${AREA_THERE.slice(0, 4)}$1`)
    .replace('WS001', 'ZZ999');
  // What is sealed, or found by a key of its own, is nobody’s of this world.
  if (/^[\w+/=$.,-]{32,}$/u.test(moved)) return [...moved].reverse().join('');
  return /\p{Script=Han}/u.test(moved) ? OUT_THERE + moved : moved;
}

function valueThere(value: unknown, key = ''): unknown {
  if (SEARCHED.has(key)) return value;
  if (value instanceof ObjectId) return new ObjectId(idThere(value.toHexString()));
  if (typeof value === 'string') return textThere(value);
  if (Array.isArray(value)) return value.map((one) => valueThere(one, key));
  if (value?.constructor !== Object) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, valueThere(one, name)]));
}

/** Keys that are nobody else’s, where area, id and name do not part the two worlds. */
const OF_ONE = [
  ...[
    'bankRef',
    'checkCode',
    'code',
    'creditCode',
    'externalNumber',
    'key',
    'login',
    'loginKey',
    'reference',
  ],
  'subject',
];

/**
 * The whole demo a second time in a place where nobody of the demo has a right: other area, company, branch, people; ids,
 * names and numbers that are told apart at sight. Answers how many records of each collection lie there.
 */
export async function layMirror(): Promise<ReadonlyMap<string, number>> {
  const laid = new Map<string, number>();
  for (const name of MIRRORED) {
    const collection = mongoose.connection.collection(name);
    const docs = await collection.find({}).limit(MOST_OF_ONE).toArray();
    const there = docs.map((doc) => {
      const moved = valueThere(doc) as typeof doc; // the same shape with other values
      for (const key of OF_ONE) if (typeof moved[key] === 'string') moved[key] += 'F';
      return moved;
    });
    if (there.length > 0) await collection.insertMany(there);
    laid.set(name, there.length);
  }
  return laid;
}

/** What of the other world a text tells, in a few words; null: nothing. */
export function toldOfThere(text: string): string | null {
  const at = text.search(new RegExp(`${OUT_THERE}|(?<![0-9a-f])${ID_THERE}[0-9a-f]{20}(?![0-9a-f])`, 'u'));
  return at < 0 ? null : text.slice(Math.max(0, at - 60), at + 60);
}

/** Ids, names and numbers of what the demo holds: all of it is foreign to those who came to it without a right. */
export async function namesHere(): Promise<{ ids: ReadonlySet<string>; words: readonly string[] }> {
  const ids = new Set<string>();
  const words = new Set<string>();
  const asked = [
    ...[
      'name',
      'title',
      'receiptNumber',
      'caseNumber',
      'number',
      'documentNumber',
      'companyName',
      'projectName',
    ],
    ...['projectCode', 'code', 'unitName'],
  ];
  for (const name of MIRRORED) {
    for (const doc of await mongoose.connection.collection(name).find({}).toArray()) {
      ids.add(String(doc._id));
      for (const key of asked) {
        const said: unknown = doc[key];
        if (typeof said === 'string' && said.length > 4) words.add(said);
      }
    }
  }
  return { ids, words: [...words] };
}
