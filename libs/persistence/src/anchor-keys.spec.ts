import { describe, expect, it } from '@jest/globals';
import { generateKeyPairSync } from 'node:crypto';
import { mintSigningKey, readPublicKeys, readSigningKey } from './anchor-keys.js';

/** RFC 8032, 7.1, test 1, and the thumbprint of the same key in RFC 8037, A.3. */
const SEED = Buffer.from('9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60', 'hex').toString(
  'base64url',
);
const PUBLIC = '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo';
const THUMBPRINT = 'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k';
const SIGNATURE =
  'e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b';

describe('a key that signs anchors', () => {
  it('signs and is named as the standards say', () => {
    const signer = readSigningKey(SEED);
    expect({ publicKey: signer.publicKey, keyId: signer.keyId }).toEqual({
      publicKey: PUBLIC,
      keyId: THUMBPRINT,
    });
    expect(Buffer.from(signer.sign(''), 'base64url').toString('hex')).toBe(SIGNATURE);
  });

  it('may be written as PKCS #8 in PEM, also on one line', () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    const { publicKey } = readSigningKey(pem);
    expect(readSigningKey(pem.replaceAll('\n', '\\n')).publicKey).toBe(publicKey);
    expect(
      readPublicKeys(publicKey).verifies(readSigningKey(pem).keyId, 'text', readSigningKey(pem).sign('text')),
    ).toBe(true);
  });

  it('is refused when it is none, without a word of it', () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    for (const wrong of ['', 'hunter2', rsa.export({ type: 'pkcs8', format: 'pem' }).toString()]) {
      expect(() => readSigningKey(wrong)).toThrow(/must be an Ed25519 key/);
    }
    expect(() => readSigningKey('hunter2')).not.toThrow(/hunter2/);
    expect(() => readPublicKeys('hunter2')).toThrow(/32 bytes/);
  });
});

describe('public keys of anchors', () => {
  it('vouch for what one of them signed, the former ones too, and for nothing else', () => {
    const [old, present, stranger] = [mintSigningKey(), mintSigningKey(), mintSigningKey()].map(
      readSigningKey,
    );
    if (!old || !present || !stranger) throw new Error('three keys');
    const keys = readPublicKeys(`${present.publicKey}, ${old.publicKey}`);
    for (const signer of [old, present])
      expect(keys.verifies(signer.keyId, 'text', signer.sign('text'))).toBe(true);
    expect(keys.verifies(present.keyId, 'other text', present.sign('text'))).toBe(false);
    expect(keys.verifies(present.keyId, 'text', stranger.sign('text'))).toBe(false);
    expect(keys.verifies(stranger.keyId, 'text', stranger.sign('text'))).toBe(false);
    expect(keys.verifies(present.keyId, 'text', 'no signature')).toBe(false);
  });

  it('are told as JSON Web Keys without any private part', () => {
    expect(readPublicKeys(PUBLIC).jwks).toEqual([
      { kty: 'OKP', crv: 'Ed25519', x: PUBLIC, kid: THUMBPRINT, use: 'sig', alg: 'EdDSA' },
    ]);
    expect(readPublicKeys('').jwks).toEqual([]);
  });
});
