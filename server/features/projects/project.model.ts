import mongoose from 'mongoose';
import type { InvestmentType, PartyRole, ProjectState } from '../../core/contract/projects.ts';
import { INVESTMENT_TYPES, PARTY_ROLES, PROJECT_STATES } from '../../core/contract/projects.ts';
import type { PlainDate } from '../../core/kit/plain-date.ts';
import { retryWhenTaken } from '../../platform/audit/index.ts';
import { searchFields, searchPaths } from '../../platform/search/index.ts';
import { touchProject } from '../../platform/touched-projects.ts';
import { touchNeighbours } from './touch-neighbours.ts';

export interface StoredParty {
  role: PartyRole;
  companyId: string;
}

export interface ProjectRecord {
  _id: mongoose.Types.ObjectId;
  /** Ten digits with check digit; of a merged project it still leads to the one that stands for it. */
  code: string;
  name: string;
  areaCode: string;
  site: string;
  investmentType?: InvestmentType;
  industryDepartment?: string;
  parties: StoredParty[];
  state: ProjectState;
  startedOn?: PlainDate;
  mergedIntoId?: string;
  createdAt: Date;
  version: number;
}

const schema = new mongoose.Schema(
  {
    code: { type: String, required: true },
    name: { type: String, required: true },
    areaCode: { type: String, required: true },
    site: { type: String, required: true },
    investmentType: { type: String, enum: INVESTMENT_TYPES },
    industryDepartment: String,
    parties: {
      type: [
        new mongoose.Schema<StoredParty>(
          {
            role: { type: String, enum: PARTY_ROLES, required: true },
            companyId: { type: String, required: true },
          },
          { _id: false, strict: 'throw' },
        ),
      ],
      required: true,
    },
    state: { type: String, enum: PROJECT_STATES, required: true },
    startedOn: String,
    mergedIntoId: String,
    createdAt: { type: Date, required: true },
    version: { type: Number, required: true },
    ...searchPaths,
  },
  { collection: 'projects', strict: 'throw', versionKey: false },
);
schema.index({ code: 1 }, { unique: true });
schema.index({ areaCode: 1, _id: 1 });
schema.index({ 'parties.companyId': 1, _id: 1 });
schema.index({ name: 1, _id: 1 });
schema.index({ startedOn: 1, _id: 1 });
schema.index({ createdAt: -1, _id: -1 });
schema.index({ mergedIntoId: 1 }, { sparse: true });
schema.index({ grams: 1 });

export const Projects = mongoose.model('projects', schema);

/** Lean documents are what the schema wrote, so they are ProjectRecords. */
const asRecord = (doc: unknown): ProjectRecord | null => doc as ProjectRecord | null;

export const projectSearch = (project: Pick<ProjectRecord, 'name' | 'site' | 'code'>) =>
  searchFields({ names: [project.name, project.site], texts: [project.code] });

export type NewProject = Omit<ProjectRecord, '_id' | 'version' | 'mergedIntoId'> & { id?: string };

export async function insertProject({ id, ...plain }: NewProject): Promise<ProjectRecord> {
  const _id = new mongoose.Types.ObjectId(id);
  const content = { _id, ...plain, ...projectSearch(plain), version: 1 };
  // A code drawn twice: the whole transaction is run again and draws anew.
  const [made] = await Projects.create([content]).catch(retryWhenTaken);
  await touchProject(_id);
  await touchNeighbours(null, plain);
  return made?.toObject() as unknown as ProjectRecord; // what the schema has just written
}

export async function findProject(id: string): Promise<ProjectRecord | null> {
  return asRecord(await Projects.findById(id).lean());
}

/** The project, when it lies within what this reader may see. */
export async function findProjectWithin(
  id: string,
  limits: Record<string, unknown>,
): Promise<ProjectRecord | null> {
  return asRecord(await Projects.findOne({ $and: [{ _id: id }, limits] }).lean());
}

export async function findByCode(code: string): Promise<ProjectRecord | null> {
  return asRecord(await Projects.findOne({ code }).lean());
}

/** Changes the project if it still has this version; null when somebody was faster. */
export async function changeProject(
  before: ProjectRecord,
  version: number,
  { set, unset }: { set: Record<string, unknown>; unset?: Record<string, 1> },
): Promise<ProjectRecord | null> {
  const update = {
    $set: set,
    ...(unset !== undefined && Object.keys(unset).length > 0 ? { $unset: unset } : {}),
    $inc: { version: 1 },
  };
  const options = { returnDocument: 'after' } as const;
  const changed = asRecord(
    await Projects.findOneAndUpdate({ _id: before._id, version }, update, options).lean(),
  );
  if (changed === null) return null;
  await touchProject(before._id);
  await touchNeighbours(before, changed);
  return changed;
}

/** What was merged into the one is from now on merged into the other (index mergedIntoId). */
export async function repointMerged(fromId: string, intoId: string): Promise<void> {
  await Projects.updateMany({ mergedIntoId: fromId }, { $set: { mergedIntoId: intoId } });
}
