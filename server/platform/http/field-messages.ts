import type Joi from 'joi';
import type { FieldProblem } from '../../core/contract/errors.ts';
import { withPlurals } from '../../core/kit/plurals.ts';

type Words = readonly [zh: string, en: string];

/** joi's rules in words a person understands; `{limit}` and friends come from joi's own context. */
const WORDS: Readonly<Record<string, Words>> = {
  'any.required': ['必填', 'This is required'],
  'any.only': ['只能是：{valids}', 'Must be one of: {valids}'],
  'any.unknown': ['这里不能填写这一项', 'Not with these other values'],
  'any.invalid': ['不能是这个值', 'This value is not allowed'],
  'object.unknown': ['没有这一项', 'There is no such field'],
  'object.base': ['格式不对，应为一组字段', 'Must be an object'],
  'object.min': ['至少填写一项', 'Give at least one field'],
  'object.missing': ['{peersWithLabels} 至少填写一项', 'Give one of {peersWithLabels}'],
  'array.base': ['应为列表', 'Must be a list'],
  'array.min': ['至少 {limit} 项', 'At least {limit} [[item/items]]'],
  'array.max': ['最多 {limit} 项', 'At most {limit} [[item/items]]'],
  'array.unique': ['有重复项', 'Items must differ'],
  'boolean.base': ['应为是或否', 'Must be true or false'],
  'string.base': ['应为文字', 'Must be text'],
  'string.empty': ['不能为空', 'Must not be empty'],
  'string.min': ['至少 {limit} 个字', 'At least {limit} [[character/characters]]'],
  'string.max': ['最多 {limit} 个字', 'At most {limit} [[character/characters]]'],
  'string.length': ['应为 {limit} 个字', 'Must be {limit} [[character/characters]]'],
  'string.email': ['邮箱不完整，例如 name@example.com', 'Not a whole e-mail address, e.g. name@example.com'],
  'string.uri': ['网址不完整，例如 https://example.cn', 'Not a whole address, e.g. https://example.cn'],
  'string.pattern.base': [
    '格式不对，请对照例子再看一下',
    'Not in the expected form; compare it with the example',
  ],
  'string.pattern.name': ['格式不对（{name}）', 'Not in the expected form ({name})'],
  'string.pattern.invert.base': ['含有不允许的内容', 'Holds something that is not allowed'],
  'string.pattern.invert.name': [
    '含有不允许的内容（{name}）',
    'Holds something that is not allowed ({name})',
  ],
  'number.base': ['应为数字', 'Must be a number'],
  'number.integer': ['应为整数', 'Must be a whole number'],
  'number.min': ['不能小于 {limit}', 'Must be at least {limit}'],
  'number.max': ['不能大于 {limit}', 'Must be at most {limit}'],
  'number.unsafe': ['数字过大', 'The number is too large'],
  'receiptNumber.checkDigit': ['回执号有误，请逐位核对', 'Not a receipt number; check it digit by digit'],
  'date.format': ['没有这一天，请写成 2026-02-14 的样子', 'No such day; write it as in 2026-02-14'],
};

/** Patterns are named in both languages, 'zh / en'. */
const BETWEEN = ' / ';

const fill = (words: string, context: Joi.Context | undefined, language: 0 | 1): string =>
  withPlurals(
    words.replace(/\{(\w+)\}/g, (_, key: string) => {
      const value: unknown = context?.[key];
      if (Array.isArray(value)) return value.join(language === 0 ? '、' : ', ');
      const text = String(value ?? '');
      return key === 'name' ? (text.split(BETWEEN)[language] ?? text) : text;
    }),
  );

/** Every field joi found wrong, in both languages; the value itself is never repeated. */
export function fieldProblems(error: Joi.ValidationError, part: FieldProblem['in']): FieldProblem[] {
  return error.details.map((detail) => {
    const [zh, en] = WORDS[detail.type] ?? ['填得不对，请再看一下', 'Not right; please look at it again'];
    return {
      in: part,
      path: detail.path.join('.'),
      rule: detail.type,
      zh: fill(zh, detail.context, 0),
      en: fill(en, detail.context, 1),
    };
  });
}
