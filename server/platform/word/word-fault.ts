import type { Words } from '../../core/alerts/rule.ts';

/** Why a Word file is not taken, in words its sender can act on; it crosses from the thread with its details. */
export class WordFault extends Error {
  readonly code = 'word';
  readonly details: Words;

  constructor(zh: string, en: string) {
    super(en);
    this.name = 'WordFault';
    this.details = { zh, en };
  }
}
