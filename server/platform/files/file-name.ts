/** Names a Windows machine would take for a device, with or without an extension. */
const DEVICE = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/iu;
/** Control and format characters (bidi overrides, zero width) and lone surrogates; rare characters of names stay. */
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/gu;
const FORBIDDEN = /[<>:"|?*]/gu;
const MAX_BYTES = 180;

/**
 * A name that can be shown and saved anywhere: last part of any path, no invisible characters that would turn the
 * reading order, no device names, at most 180 bytes. `extension` replaces whatever the name claims.
 */
export function cleanFileName(
  raw: string,
  options: { extensions?: readonly string[]; fallback?: string } = {},
): string {
  const { extensions = [], fallback = '未命名' } = options;
  const base = (raw.normalize('NFC').split(/[/\\]/u).at(-1) ?? '')
    .replace(INVISIBLE, '')
    .replace(FORBIDDEN, '_')
    .replace(/\s+/gu, ' ')
    .replace(/^[. ]+|[. ]+$/gu, '');
  const dot = base.lastIndexOf('.');
  const claimed = dot > 0 && /^[a-z0-9]{1,5}$/iu.test(base.slice(dot + 1)) ? base.slice(dot + 1) : '';
  const stem = claimed === '' ? base : base.slice(0, dot).replace(/[. ]+$/u, '');
  const extension =
    extensions.length === 0 || extensions.includes(claimed.toLowerCase()) ? claimed : (extensions[0] ?? '');
  const suffix = extension === '' ? '' : `.${extension}`;
  const safe = DEVICE.test(stem) ? `_${stem}` : stem;
  return `${shorten(safe === '' ? fallback : safe, MAX_BYTES - suffix.length)}${suffix}`;
}

/** Cuts at a whole character so that the UTF-8 form stays within the bytes. */
function shorten(text: string, maxBytes: number): string {
  let bytes = 0;
  let kept = '';
  for (const character of text) {
    bytes += Buffer.byteLength(character);
    if (bytes > maxBytes) return kept.trimEnd();
    kept += character;
  }
  return kept;
}

/** `Content-Disposition` with the plain-ASCII name for old readers and the real one as RFC 5987 (RFC 6266). */
export function contentDisposition(kind: 'inline' | 'attachment', name: string): string {
  const ascii = name.replace(/[^\x20-\x7e]/gu, '_').replace(/["\\%]/gu, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/gu,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `${kind}; filename="${ascii}"; filename*=UTF-8''${encoded}`;
}
