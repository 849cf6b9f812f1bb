import type {
  AssessmentAnswer,
  AssessmentSheet,
  WriteAnswer,
  WriteCriteria,
} from '@core/contract/assessment.ts';
import { downloadFile } from './download.ts';
import { http } from './http.ts';

export interface AssessmentQuery {
  areaCode: string;
  year: number;
}
const at = ({ areaCode, year }: AssessmentQuery): string => `/assessment/${areaCode}/${year}`;

export const getAssessment = (query: AssessmentQuery, signal?: AbortSignal): Promise<AssessmentSheet> =>
  http.get('/assessment', { ...query }, signal);
export const setCriteria = (
  query: AssessmentQuery,
  body: WriteCriteria,
  version: number,
): Promise<WriteCriteria & { version: number }> => http.put(`${at(query)}/criteria`, body, { version });
export const answerCriterion = (
  query: AssessmentQuery,
  criterionId: string,
  body: WriteAnswer,
  version: number,
): Promise<AssessmentAnswer> => http.put(`${at(query)}/answers/${criterionId}`, body, { version });
export const downloadAssessment = (query: AssessmentQuery, format: 'docx' | 'xlsx'): Promise<void> =>
  downloadFile('/assessment/export', { ...query, format }, `assessment.${format}`);
