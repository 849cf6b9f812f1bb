import { BSONRegExp } from 'bson';
import { badValue, StoreError } from './errors.ts';

/**
 * MongoDB's patterns are PCRE in UTF mode; JavaScript's differ in small ways that would answer wrongly in
 * silence: `.`, `^`, `$` and `\s` mean other characters, and unknown escapes are taken literally. The
 * pattern is therefore rewritten piece by piece, and what cannot be said in JavaScript is refused.
 */
export function compileRegex(regex: BSONRegExp): (text: string) => boolean {
  const { pattern, options } = regex;
  if (pattern.length > 16_384) throw new StoreError(51091, 'Regular expression is too long');
  for (const option of options) {
    if (!'imsu'.includes(option))
      throw badValue(`The regular expression option '${option}' is not supported`);
  }
  const source = translate(pattern, options.includes('s'), options.includes('m'));
  let compiled: RegExp;
  try {
    compiled = new RegExp(source, options.includes('i') ? 'iu' : 'u');
  } catch {
    throw invalid(pattern);
  }
  return (text) => compiled.test(text);
}

const SPACES = ' \\t\\n\\v\\f\\r';

function translate(pattern: string, dotAll: boolean, multiline: boolean): string {
  let result = '';
  let inClass = false;
  for (let i = 0; i < pattern.length; i++) {
    const unit = pattern[i] as string; // i < length
    if (unit === '\\') {
      i++;
      if (pattern[i] === 'v') throw invalid(pattern); // a class in PCRE, one character in JavaScript
      result += escape(pattern[i] ?? '', inClass);
    } else if (inClass) {
      if (unit === ']') inClass = false;
      // A named class such as [[:alpha:]] does not exist in JavaScript and would be read as letters.
      if (unit === '[' && ':.='.includes(pattern[i + 1] ?? ' ')) throw invalid(pattern);
      result += unit === '[' ? '\\[' : unit;
    } else if (unit === '[') {
      inClass = true;
      result += unit;
      // A bracket first in a class is literal in PCRE, the end of the class in JavaScript.
      if (/^\^?\]/.test(pattern.slice(i + 1, i + 3))) throw invalid(pattern);
    } else if (unit === '.') result += dotAll ? '[^]' : '[^\\n]';
    else if (unit === '^') result += multiline ? '(?<![^\\n])' : '^';
    else if (unit === '$') result += multiline ? '(?![^\\n])' : '(?=\\n?(?![^]))';
    else result += unit;
  }
  return result;
}

const invalid = (pattern: string): StoreError =>
  new StoreError(51091, `Regular expression is invalid or not supported: ${pattern.slice(0, 200)}`);

function escape(unit: string, inClass: boolean): string {
  if (unit === 's') return inClass ? SPACES : `[${SPACES}]`;
  if (unit === 'S' && !inClass) return `[^${SPACES}]`;
  if (unit === 'A' && !inClass) return '(?<![^])';
  if (unit === 'z' && !inClass) return '(?![^])';
  if (unit === 'Z' && !inClass) return '(?=\\n?(?![^]))';
  // An escaped sign that has no meaning stands for itself; JavaScript's strict mode wants it bare.
  if (/^[^\w^$\\.*+?()[\]{}|/]$/.test(unit) && !(unit === '-' && inClass)) return unit;
  return `\\${unit}`;
}

/** A pattern as a value; what the BSON library would throw for is refused in words. */
export function toRegex(pattern: string, options: string): BSONRegExp {
  if (pattern.includes('\0')) throw badValue('A regular expression cannot hold a zero byte');
  if (!/^[ilmsux]*$/.test(options))
    throw badValue(`Invalid regular expression options: ${options.slice(0, 20)}`);
  return new BSONRegExp(pattern, options);
}

/** The literal text every match must start with, so that an index can be entered there. */
export function literalPrefix(regex: BSONRegExp): string {
  if (regex.options !== '' || !regex.pattern.startsWith('^')) return '';
  if (regex.pattern.replace(/\\[^]/gu, '').includes('|')) return '';
  const match = /^\^((?:[^\\.*+?()[\]{}|^$]|\\[^\w])*)/u.exec(regex.pattern);
  const literal = match?.[1] ?? '';
  const next = regex.pattern[1 + literal.length];
  // A quantifier after the last character makes that character optional.
  const sure = next && '*?{+'.includes(next) ? literal.replace(/\\?[^]$/u, '') : literal;
  return sure.replace(/\\([^\w])/gu, '$1');
}
