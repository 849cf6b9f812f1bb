import mongoose from 'mongoose';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { encryptedFields } from '../../platform/crypto/index.ts';
import type { Sealed } from '../../platform/crypto/index.ts';
import { touchProject, touchProjects } from '../../platform/touched-projects.ts';

/** A gang as it lies in the store. */
export interface TeamRecord {
  _id: mongoose.Types.ObjectId;
  projectId: mongoose.Types.ObjectId;
  employerId: mongoose.Types.ObjectId;
  /** The project's. */
  areaCode: string;
  name: string;
  leaderName?: string;
  leaderPhone?: Sealed;
  enteredOn: PlainDate;
  leftOn?: PlainDate;
  createdAt: Date;
  version: number;
}

const schema = new mongoose.Schema(
  {
    projectId: { type: mongoose.Schema.Types.ObjectId, required: true },
    employerId: { type: mongoose.Schema.Types.ObjectId, required: true },
    areaCode: { type: String, required: true },
    name: { type: String, required: true },
    leaderName: String,
    enteredOn: { type: String, required: true },
    leftOn: String,
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
  },
  { collection: 'teams', strict: 'throw', versionKey: false },
);
export const teamSecrets = encryptedFields(schema, { leaderPhone: { kind: 'phone' } });
schema.index({ projectId: 1, employerId: 1, name: 1 }, { unique: true });
schema.index({ employerId: 1, _id: 1 });

export const Teams = mongoose.model('teams', schema);

/** Lean documents are what the schema wrote, so they are TeamRecords. */
const asRecord = (doc: unknown): TeamRecord | null => doc as TeamRecord | null;

export interface TeamContent {
  projectId: string;
  employerId: string;
  areaCode: string;
  name: string;
  leaderName?: string;
  leaderPhone?: string | undefined;
  enteredOn: PlainDate;
  leftOn?: PlainDate;
  createdAt: Date;
}

/** What the store is given of a new team. */
function teamDocument({ leaderPhone, ...plain }: TeamContent, id?: string) {
  const _id = new mongoose.Types.ObjectId(id);
  const projectId = new mongoose.Types.ObjectId(plain.projectId);
  const employerId = new mongoose.Types.ObjectId(plain.employerId);
  return {
    _id,
    ...plain,
    projectId,
    employerId,
    ...teamSecrets.sealFields(_id, { leaderPhone }),
    version: 1,
  };
}

export async function insertTeam(content: TeamContent, id?: string): Promise<TeamRecord> {
  const [made] = await Teams.create([teamDocument(content, id)]).catch(retryWhenTaken);
  await touchProject(content.projectId);
  return made?.toObject() as unknown as TeamRecord; // what the schema has just written
}

/** Several teams in one write, in their order. */
export async function insertTeams(
  contents: readonly (TeamContent & { id?: string })[],
): Promise<TeamRecord[]> {
  const documents = contents.map(({ id, ...content }) => teamDocument(content, id));
  const made = await Teams.insertMany(documents).catch(retryWhenTaken);
  await touchProjects(contents.map(({ projectId }) => projectId));
  return made.map((team) => team.toObject() as unknown as TeamRecord); // what the schema has just written
}

export const findTeamRecord = async (id: string): Promise<TeamRecord | null> =>
  asRecord(await Teams.findById(id).lean());

/** Another team of this employer on the project under the same name (index projectId+employerId+name). */
export async function findTeamNamed(
  projectId: string,
  employerId: string,
  name: string,
): Promise<TeamRecord | null> {
  return asRecord(await Teams.findOne({ projectId, employerId, name }).lean());
}

/** The teams of a project; of these employers alone where they are named (index projectId+employerId+name). */
export async function findTeamsOf(
  projectId: string,
  employerIds: readonly string[] | null = null,
): Promise<TeamRecord[]> {
  const filter = { projectId, ...(employerIds === null ? {} : { employerId: { $in: [...employerIds] } }) };
  const found: unknown = await Teams.find(filter).sort({ employerId: 1, name: 1 }).limit(500).lean();
  return found as TeamRecord[]; // as above
}

export async function findTeamsOfProjects(projectIds: readonly string[]): Promise<TeamRecord[]> {
  const found: unknown = await Teams.find({ projectId: { $in: [...projectIds] } }).lean();
  return found as TeamRecord[]; // as above
}

export async function changeTeam(
  id: unknown,
  version: number,
  { set, unset }: { set: Record<string, unknown>; unset: Record<string, 1> },
): Promise<TeamRecord | null> {
  const update = {
    $set: set,
    ...(Object.keys(unset).length > 0 ? { $unset: unset } : {}),
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after' } as const;
  const change = Teams.findOneAndUpdate({ _id: id, version }, update, options).lean().exec();
  const changed = asRecord(await change.catch(retryWhenTaken));
  if (changed !== null) await touchProject(changed.projectId);
  return changed;
}

/** The names of these teams in one query, by id. */
export async function teamNamesOf(ids: readonly string[]): Promise<Map<string, string>> {
  const found = await Teams.find({ _id: { $in: [...ids] } }, { name: 1 }).lean();
  return new Map(found.map((team) => [String(team._id), team.name]));
}
