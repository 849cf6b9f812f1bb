/**
 * What must outlive a reload or a dead network is kept in the phone's own database. Where a browser gives none
 * (private windows), memory stands in: everything still works until the page is closed, and `keepsAcrossReloads` says so.
 */
export type StoreName = 'drafts' | 'attachments' | 'receipts' | 'notes';

const NAME = 'anxin-phone';
const VERSION = 1;
const STORES: readonly StoreName[] = ['drafts', 'attachments', 'receipts', 'notes'];

interface Kept {
  id: string;
}

let opening: Promise<IDBDatabase | null> | undefined;
const memory = new Map<StoreName, Map<string, Kept>>();

function open(): Promise<IDBDatabase | null> {
  opening ??= new Promise((resolve) => {
    try {
      const asked = indexedDB.open(NAME, VERSION);
      asked.onupgradeneeded = () => {
        for (const name of STORES) asked.result.createObjectStore(name, { keyPath: 'id' });
      };
      asked.onsuccess = () => resolve(asked.result);
      asked.onerror = () => resolve(null);
      asked.onblocked = () => resolve(null);
    } catch {
      resolve(null);
    }
  });
  return opening;
}

export const keepsAcrossReloads = async (): Promise<boolean> => (await open()) !== null;

function shelf(name: StoreName): Map<string, Kept> {
  const found = memory.get(name) ?? new Map<string, Kept>();
  memory.set(name, found);
  return found;
}

/** Resolves when the transaction is complete, not when the request is: only then would a crash not lose it. */
async function run<Answer>(
  name: StoreName,
  mode: IDBTransactionMode,
  work: (store: IDBObjectStore) => IDBRequest<Answer> | void,
): Promise<Answer | undefined> {
  const db = await open();
  if (db === null) return undefined;
  return new Promise((resolve, reject) => {
    const transaction = db.transaction(name, mode);
    const asked = work(transaction.objectStore(name));
    transaction.oncomplete = () => resolve(asked ? asked.result : undefined);
    transaction.onabort = () => reject(transaction.error ?? new Error('The phone could not keep it'));
  });
}

/** Values are what `keep` put in; the stores have one kind each, which their own modules name. */
export async function find<Value extends Kept>(name: StoreName, id: string): Promise<Value | undefined> {
  if (!(await keepsAcrossReloads())) return shelf(name).get(id) as Value | undefined;
  return run<Value>(name, 'readonly', (store) => store.get(id) as IDBRequest<Value>);
}

export async function findAll<Value extends Kept>(name: StoreName): Promise<Value[]> {
  if (!(await keepsAcrossReloads())) return [...shelf(name).values()] as Value[];
  return (await run<Value[]>(name, 'readonly', (store) => store.getAll() as IDBRequest<Value[]>)) ?? [];
}

export async function keep<Value extends Kept>(name: StoreName, value: Value): Promise<void> {
  if (!(await keepsAcrossReloads())) shelf(name).set(value.id, value);
  else await run(name, 'readwrite', (store) => store.put(value));
}

export async function forget(name: StoreName, ids: readonly string[]): Promise<void> {
  if (!(await keepsAcrossReloads())) ids.forEach((id) => shelf(name).delete(id));
  else if (ids.length > 0)
    await run(name, 'readwrite', (store) => {
      for (const id of ids) store.delete(id);
    });
}
