/** The SHA-256 of a file, worked out on this very phone; undefined where the browser does not offer it (plain http). */
export async function sha256Of(file: Blob): Promise<string | undefined> {
  const subtle = (globalThis.crypto as Partial<Crypto>).subtle; // absent outside secure contexts
  if (subtle === undefined) return undefined;
  const hash = await subtle.digest('SHA-256', await file.arrayBuffer());
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
