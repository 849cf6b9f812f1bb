import type { S3Settings } from '../../platform/files/index.ts';
import type { Suite } from '../../platform/crypto/index.ts';

/** What the health page looks at; given once at start-up. */
export interface OperationsSettings {
  dataDir: string;
  regionCode: string;
  smtpUrl: string | undefined;
  smsGateway?: object | undefined;
  /** No text messages are sent at all. */
  textsOff: boolean;
  redisUrl?: string | undefined;
  s3?: S3Settings | undefined;
  demo: boolean;
  /** Below this the disk is too full to go on storing. */
  minFreeBytes: number;
  /** What personal data is to be sealed with. */
  cipherSuite: Suite;
  appVersion: string;
  /** When this process began: what fell due before, it cannot judge. */
  startedAt: Date;
}

let settings: OperationsSettings | null = null;

export function configureOperations(given: OperationsSettings): void {
  settings = given;
}

export function operationsSettings(): OperationsSettings {
  if (settings === null) throw new Error('configureOperations must be called at start-up');
  return settings;
}
