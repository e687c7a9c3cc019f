import { describe, expect, it } from '@jest/globals';
import { createPublicKey, verify } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { Webhook as SvixWebhook } from 'svix';
import { mintWebhookKeys, mintWebhookSecret } from '#platform';
import { signedHeaders, type SigningSecret } from './sign.js';

const ID = '0190f000-0000-7000-8000-00000000000e';
const BODY = JSON.stringify({ specversion: '1.0', data: { name: 'ខ្មែរ 中文', n: 1 } });
const v1 = (text = mintWebhookSecret()): SigningSecret => ({ kind: 'v1', text });

/** What a receiver without a library does about `v1a`. */
function verifiedByKey(publicKey: string, headers: Readonly<Record<string, string>>, body: string): boolean {
  const raw = Buffer.from(publicKey.replace(/^whpk_/, ''), 'base64');
  const der = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), raw]);
  const key = createPublicKey({ key: der, format: 'der', type: 'spki' });
  const signed = Buffer.from(`${headers['webhook-id']}.${headers['webhook-timestamp']}.${body}`);
  const signatures = (headers['webhook-signature'] ?? '').split(' ').filter((one) => one.startsWith('v1a,'));
  return signatures.some((one) => verify(null, signed, key, Buffer.from(one.slice(4), 'base64')));
}

describe('the signature of a webhook', () => {
  it.each([
    ['standardwebhooks', (secret: string) => new Webhook(secret)],
    ['svix', (secret: string) => new SvixWebhook(secret)],
  ])('is accepted by %s, with the secret of before and after a rotation alike', (_name, receiver) => {
    const [former, current, foreign] = [v1(), v1(), v1()];
    const headers = signedHeaders([current, former], ID, new Date(), BODY);
    for (const { text } of [former, current])
      expect(() => receiver(text).verify(BODY, headers)).not.toThrow();
    expect(() => receiver(foreign.text).verify(BODY, headers)).toThrow();
    const later = signedHeaders([current], ID, new Date(), BODY);
    expect(() => receiver(former.text).verify(BODY, later)).toThrow();
    expect(() => receiver(current.text).verify(BODY, later)).not.toThrow();
    expect(() => receiver(current.text).verify(BODY.replace('1.0', '1.1'), later)).toThrow();
    expect(() => receiver(current.text).verify(BODY, { ...later, 'webhook-id': 'another' })).toThrow();
  });

  it('is of the time of its attempt, in whole seconds', () => {
    const secret = v1();
    const at = new Date(Date.now() - 301_000);
    const old = signedHeaders([secret], ID, at, BODY);
    expect(old['webhook-timestamp']).toBe(String(Math.floor(at.getTime() / 1000)));
    expect(() => new Webhook(secret.text).verify(BODY, { ...old })).toThrow(/too old/);
  });

  it('has Ed25519 beside it for those who want it, which no other key accepts', () => {
    const [keys, others] = [mintWebhookKeys(), mintWebhookKeys()];
    const secret = v1();
    const headers = signedHeaders([secret, { kind: 'v1a', text: keys.secretKey }], ID, new Date(), BODY);
    expect(headers['webhook-signature']).toMatch(/^v1,\S+ v1a,\S+$/);
    expect(verifiedByKey(keys.publicKey, headers, BODY)).toBe(true);
    expect(verifiedByKey(others.publicKey, headers, BODY)).toBe(false);
    expect(verifiedByKey(keys.publicKey, headers, `${BODY} `)).toBe(false);
    expect(() => new Webhook(secret.text).verify(BODY, { ...headers })).not.toThrow();
    expect(() => new SvixWebhook(secret.text).verify(BODY, { ...headers })).not.toThrow();
  });

  it('is made with 32 bytes that are new each time', () => {
    const secrets = Array.from({ length: 20 }, mintWebhookSecret);
    expect(new Set(secrets).size).toBe(20);
    for (const secret of secrets) expect(secret).toMatch(/^whsec_[A-Za-z0-9+/]{43}=$/);
    expect(mintWebhookKeys()).toEqual({
      secretKey: expect.stringMatching(/^whsk_[A-Za-z0-9+/]{43}=$/),
      publicKey: expect.stringMatching(/^whpk_[A-Za-z0-9+/]{43}=$/),
    });
  });
});
