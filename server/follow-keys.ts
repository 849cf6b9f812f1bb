import type { Config } from './config.ts';
import { changeCookieKeys } from './platform/auth/index.ts';
import type { Clock } from './platform/clock.ts';
import { assertBlindKey, configureFieldKeys, onUnknownKey } from './platform/crypto/index.ts';
import { watchKeyFile } from './platform/key-file.ts';
import type { Announcing } from './platform/key-holders.ts';
import { announceKeys, blindMarkOf } from './platform/key-holders.ts';
import type { Log } from './platform/log.ts';
import type { Secrets } from './platform/secrets.ts';

export interface KeyFollowing {
  /** The keys as this process knows them now. */
  secrets(): Secrets;
  /** Reads the key file now if it changed, and says so to the others. */
  look(): Promise<void>;
  /** From now on this process makes and compares blind indexes with this key. */
  useBlindIndexKey(key: string): void;
  /** Under which id this process is known among those that hold keys. */
  holderId(): string | undefined;
  /**
   * Tells the store which keys this process holds, until what is answered is called. Throws where the blind indexes of the
   * store are made with another key than this process has; whoever is to change that is let in.
   */
  announce(who?: { changesBlindKey: boolean }): Promise<() => Promise<void>>;
  stop(): Promise<void>;
}

/**
 * Every process follows its key file: field keys and cookie keys change while it runs, and nothing sealed or signed before
 * is lost, because a key leaves the file only when nobody needs it. Other secrets are read at the start alone.
 */
export function followKeys(
  config: Pick<Config, 'secrets' | 'secretsFile'>,
  { clock, log }: { clock: Clock; log: Log },
): KeyFollowing {
  let secrets = config.secrets;
  let announcing: Announcing | undefined;
  let telling = Promise.resolve();
  const watch = watchKeyFile(config.secretsFile, {
    changed: (found) => {
      configureFieldKeys({ ...found, blindIndexKey: secrets.blindIndexKey });
      changeCookieKeys(found);
      secrets = { ...secrets, fieldKeys: found.fieldKeys, ...cookiePart(found) };
      log.info({ fieldKey: found.fieldKeys.active }, 'the key file changed');
      telling = announcing?.tell(secrets).catch(() => undefined) ?? telling;
    },
    // What a parser says of the file would show a piece of it.
    fault: (error) =>
      log.error(
        { error: error instanceof SyntaxError ? 'not JSON' : String(error) },
        'the key file cannot be used: the former keys stay',
      ),
  });
  onUnknownKey(() => watch.look());
  return {
    secrets: () => secrets,
    look: async () => {
      watch.look();
      await telling;
    },
    useBlindIndexKey: (key) => {
      secrets = { ...secrets, blindIndexKey: key };
      configureFieldKeys(secrets);
    },
    holderId: () => announcing?.id,
    announce: async ({ changesBlindKey } = { changesBlindKey: false }) => {
      const made = await announceKeys(secrets, clock);
      announcing = made;
      // After the announcement: who changes them looks for others after having said so.
      if (!changesBlindKey)
        await assertBlindKey(blindMarkOf(secrets.blindIndexKey)).catch(async (error: unknown) => {
          await made.stop();
          throw error;
        });
      return () => made.stop();
    },
    stop: () => {
      watch.stop();
      onUnknownKey(() => undefined);
      return Promise.resolve();
    },
  };
}

const cookiePart = ({ cookieKeys }: Secrets): Pick<Secrets, 'cookieKeys'> =>
  cookieKeys === undefined ? {} : { cookieKeys };
