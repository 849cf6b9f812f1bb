/** Called once at start-up with config.secrets.eventSigningKeyPem (Ed25519, PKCS #8). */
export function configureAudit(_secrets: { eventSigningKeyPem: string }): void {
  throw new Error('configureAudit is not built yet');
}
/** The public half, SPKI PEM, as the public page shows it. */
export function publicKeyPem(): string {
  throw new Error('not built yet');
}
/** First 16 hex digits of SHA-256 over the public key (SPKI DER). */
export function publicKeyId(): string {
  throw new Error('not built yet');
}
