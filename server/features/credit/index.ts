import './credit-setup.ts';

export { creditFileOfCode } from './credit-file.ts';
export { CREDIT_PERMISSIONS } from './credit.permissions.ts';
export { creditRoutes } from './credit.routes.ts';
export type { ReadCreditEntries } from './credit-sources.ts';
export { readCreditEntries, registerCreditSource } from './credit-sources.ts';
export { gradesInForce } from './grades-in-force.ts';
export { listRatings } from './list-ratings.ts';
export { moveRating } from './move-rating.ts';
export { openRating } from './open-rating.ts';
export { proposeGrades } from './propose-grades.ts';
