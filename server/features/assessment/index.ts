import './assessment-setup.ts';

export { answerCriterion } from './answer-criterion.ts';
export { ASSESSMENT_PERMISSIONS } from './assessment.permissions.ts';
export { assessmentRoutes } from './assessment.routes.ts';
export { getAssessment, hasCriteria } from './get-assessment.ts';
export { setCriteria } from './set-criteria.ts';
