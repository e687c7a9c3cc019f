import { generateKeyPairSync, randomBytes } from 'node:crypto';

const SECRET_BYTES = 32;
/** An Ed25519 key in DER is a fixed head, then its 32 bytes. */
const ED25519_BYTES = 32;

/** A new secret as receivers take it: `whsec_` and 32 bytes in base64 (Standard Webhooks, symmetric). */
export const mintWebhookSecret = (): string => `whsec_${randomBytes(SECRET_BYTES).toString('base64')}`;

/** A new pair of keys for `v1a`: `whsk_` signs and stays with us, `whpk_` verifies and may be known to anybody. */
export function mintWebhookKeys(): { readonly secretKey: string; readonly publicKey: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519', {
    privateKeyEncoding: { type: 'pkcs8', format: 'der' },
    publicKeyEncoding: { type: 'spki', format: 'der' },
  });
  const bytes = (der: Buffer): string => der.subarray(-ED25519_BYTES).toString('base64');
  return { secretKey: `whsk_${bytes(privateKey)}`, publicKey: `whpk_${bytes(publicKey)}` };
}

/** Where a secret of an endpoint is sealed for. */
export const webhookSecretPlace = (id: string): string => `webhook-secret/${id}`;
