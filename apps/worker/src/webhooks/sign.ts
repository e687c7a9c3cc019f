import { createPrivateKey, sign, type KeyObject } from 'node:crypto';
import { Webhook } from 'standardwebhooks';

/** What comes before the 32 bytes of an Ed25519 private key in PKCS #8 (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

export interface SigningSecret {
  readonly kind: 'v1' | 'v1a';
  /** `whsec_…` or `whsk_…`. */
  readonly text: string;
}

function keyOf(text: string): KeyObject {
  const seed = Buffer.from(text.replace(/^whsk_/, ''), 'base64');
  return createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
}

/**
 * The headers of one attempt by the Standard Webhooks specification. Every secret that is valid signs, so that a receiver
 * which still has the former one, and one which has the new one already, both accept it.
 * @param id of the event: the same in every attempt
 * @param at of this attempt
 * @param body the bytes that are sent, to the last one
 */
export function signedHeaders(
  secrets: readonly SigningSecret[],
  id: string,
  at: Date,
  body: string,
): Readonly<Record<string, string>> {
  const timestamp = String(Math.floor(at.getTime() / 1000));
  const signatures = secrets.map(({ kind, text }) =>
    kind === 'v1'
      ? new Webhook(text).sign(id, at, body)
      : `v1a,${sign(null, Buffer.from(`${id}.${timestamp}.${body}`), keyOf(text)).toString('base64')}`,
  );
  return { 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signatures.join(' ') };
}
