import type {
  CreditEntryView,
  CriterionView,
  RatingRow,
  RatingState,
  YearGradeView,
} from '../../core/contract/credit.ts';
import type { CreditEntry } from '../../core/credit/entry.ts';
import { entryKind } from '../../core/credit/entry.ts';
import type { GradeCriterion, YearGrade } from '../../core/credit/grade.ts';
import { CRITERIA, GRADE_CITATION } from '../../core/credit/grade.ts';
import { RATING_LIFE } from '../../core/credit/rating-life.ts';
import { citationWords } from '../../platform/lives/index.ts';
import type { RatingRecord } from './rating.model.ts';

/** What this reader may see of the entries: a company is not shown what is the office's own. */
export type Sees = (entry: CreditEntry) => boolean;
export const seesEntries =
  (isWhole: boolean): Sees =>
  ({ isOfficeOnly }) =>
    isWhole || isOfficeOnly !== true;

const cited = (id: string | undefined): { citation?: { zh: string; en: string } } => {
  const citation = citationWords(id);
  return citation === undefined ? {} : { citation };
};

/** One entry with its words. */
export function entryView({
  companyId: _,
  areaCode: _area,
  matter: _matter,
  ...entry
}: CreditEntry): CreditEntryView {
  const { name, tone, cite } = entryKind(entry.kind);
  return { ...entry, name, tone, ...cited(cite) };
}

const criterionView =
  (sees: Sees) =>
  ({ id, grade, state, facts }: GradeCriterion): CriterionView => {
    const { zh, en } = CRITERIA[id];
    return { id, grade, state, words: { zh, en }, facts: facts.filter(sees).map(entryView) };
  };

/** A grade as the record carries it. */
export const gradeView = ({ year, day, proposed, why, criteria }: YearGrade, sees: Sees): YearGradeView => ({
  ...{ year, day, why },
  ...(proposed === undefined ? {} : { proposed }),
  criteria: criteria.map(criterionView(sees)),
  ...cited(GRADE_CITATION[proposed ?? 'A']),
});

/** One line of the list of grades. */
export function ratingRow(record: RatingRecord): RatingRow {
  const { _id, version, companyId, companyName, areaCode, year, state, proposed, grade, openedOn } = record;
  return {
    ...{ id: String(_id), version, companyId, companyName, areaCode, year, openedOn },
    state: state as RatingState, // the table knows no other state
    stateName: RATING_LIFE.states[state] ?? RATING_LIFE.name,
    ...(proposed ? { proposed } : {}),
    ...(grade === undefined ? {} : { grade }),
  };
}
