import type { Page } from '@core/contract/page.ts';
import type { TruthAnswer, TruthQuestion, TruthSampleView } from '@core/contract/truth-sample.ts';
import { http, type Query } from './http.ts';

export const TRUTH_SAMPLES_PATH = '/truth-samples';
const QUESTION = '/my/truth-question';

export const listTruthSamples = (query: Query, signal?: AbortSignal): Promise<Page<TruthSampleView>> =>
  http.get(TRUTH_SAMPLES_PATH, query, signal);
export const getTruthQuestion = (signal?: AbortSignal): Promise<TruthQuestion | null> =>
  http.get(QUESTION, {}, signal);
export const answerTruthQuestion = (
  id: string,
  answer: TruthAnswer,
  idempotencyKey: string,
): Promise<TruthQuestion> =>
  http.post(`${QUESTION}/${encodeURIComponent(id)}`, { answer }, { idempotencyKey });
