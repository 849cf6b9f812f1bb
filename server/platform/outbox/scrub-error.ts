/** What an admin may read about a failure: servers like to repeat addresses and numbers in their answers. */
export function scrubError(error: unknown): string {
  const message = error instanceof Error ? error.message : 'unknown error';
  return message
    .replace(/[^\s<>"']+@[^\s<>"']+/gu, '***')
    .replace(/\d{7,}/gu, '***')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
    .slice(0, 300);
}
