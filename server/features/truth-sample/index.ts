export { closeTruthSamples } from './close-truth-samples.ts';
export { drawTruthSamples } from './draw-truth-samples.ts';
export { listTruthSamples } from './list-truth-samples.ts';
export { answerTruthQuestion, myTruthQuestion } from './my-truth-question.ts';
export { redrawTruthSample } from './redraw-truth-sample.ts';
export { TRUTH_SAMPLE_PERMISSIONS } from './truth-sample.permissions.ts';
export { truthSampleRoutes } from './truth-sample.routes.ts';
