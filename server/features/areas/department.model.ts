import mongoose from 'mongoose';
import type { DepartmentView } from '../../core/contract/areas.ts';

const schema = new mongoose.Schema<DepartmentView & { order: number }>(
  {
    code: { type: String, required: true },
    name: { type: String, required: true },
    nameEn: { type: String, required: true },
    areaCode: { type: String, required: true },
    duty: { type: String, required: true },
    dutyEn: { type: String },
    dutyCite: { type: String },
    source: { type: String, required: true },
    order: { type: Number, required: true },
  },
  { strict: 'throw', versionKey: false },
);
schema.index({ areaCode: 1, code: 1 }, { unique: true });
const Departments = mongoose.model('departments', schema, 'departments');

/** All member departments (31 and the like) in the order of the office's list. */
export async function findDepartments(areaCode?: string): Promise<DepartmentView[]> {
  const filter = areaCode === undefined ? {} : { areaCode };
  return Departments.find(filter, { _id: 0, order: 0 })
    .sort({ areaCode: 1, order: 1 })
    .lean<DepartmentView[]>();
}

/** Adds the departments that are not there yet (index areaCode+code); answers how many were added. */
export async function insertMissingDepartments(departments: readonly DepartmentView[]): Promise<number> {
  const known = new Set((await findDepartments()).map(({ areaCode, code }) => `${areaCode}/${code}`));
  const fresh = departments
    .map((department, order) => ({ ...department, order }))
    .filter(({ areaCode, code }) => !known.has(`${areaCode}/${code}`));
  if (fresh.length > 0) await Departments.insertMany(fresh);
  return fresh.length;
}
