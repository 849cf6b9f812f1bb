/** What a migration is handed: where an earlier try stood, and how it says where it stands itself. */
export interface Step {
  /** As kept by `keep`, undefined at the very first. */
  mark: string | undefined;
  /** To be called after each portion: it will not be asked for again. Ends this try where another process has taken over. */
  keep(mark: string, filled: number): Promise<void>;
}

/**
 * What older versions of the product did not keep, or kept otherwise, and this one reads. It goes in small portions and
 * leaves alone what is in order already, because a portion may be done twice: a stop between it and its mark loses nothing.
 */
export interface Migration {
  /** Counted up from 1, never used again; a version that writes data older ones cannot read brings a new one. */
  number: number;
  name: string;
  run(step: Step): Promise<void>;
}

const known = new Map<number, Migration>();

/** A feature that began to keep something says here how it comes into records of before. */
export function registerMigration(migration: Migration): void {
  if (known.has(migration.number)) throw new Error(`Migration ${migration.number} is there already`);
  known.set(migration.number, migration);
}

/** All that this program knows, in the order they run. */
export const listMigrations = (): Migration[] => [...known.values()].sort((a, b) => a.number - b.number);

/** The form of data this program writes. */
export const ownForm = (): number => Math.max(0, ...known.keys());
