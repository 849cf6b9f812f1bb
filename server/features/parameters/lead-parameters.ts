import Joi from 'joi';
import { COMPLAINT_STATES } from '../../core/contract/complaints.ts';
import { text } from '../../platform/http/shapes.ts';
import type { ParameterDefinition } from './definitions.ts';

/** Code and words of every state; one that is left out keeps our own suggestion. */
const codes = Joi.object(
  Object.fromEntries(
    COMPLAINT_STATES.map((state) => [
      state,
      Joi.object({ code: text(20).required(), words: text(60).required() }),
    ]),
  ),
).min(1);
const EXAMPLE = { accepted: { code: '00', words: '…' }, answered: { code: '00', words: '…' } };

/** What a state is called on the platforms that leads come from: each has its own codes, and they change. */
export const LEAD_PARAMETERS = {
  leadCodes12345: {
    group: 'channel',
    nameZh: '12345 工单状态代码',
    nameEn: 'Codes of states for 12345',
    kind: 'json',
    rule: 'LED-6',
    shape: codes,
    exampleValue: EXAMPLE,
  },
  leadCodes12333: {
    group: 'channel',
    nameZh: '12333 工单状态代码',
    nameEn: 'Codes of states for 12333',
    kind: 'json',
    rule: 'LED-8',
    shape: codes,
    exampleValue: EXAMPLE,
  },
  leadCodesNationalPlatform: {
    group: 'channel',
    nameZh: '全国根治欠薪线索核处结论代码',
    nameEn: 'Codes of states for the national platform',
    kind: 'json',
    rule: 'LED-3',
    shape: codes,
    exampleValue: EXAMPLE,
  },
} as const satisfies Record<string, ParameterDefinition>;
