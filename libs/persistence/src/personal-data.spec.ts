import { describe, expect, it } from '@jest/globals';
import { createHash } from 'node:crypto';
import { PersonalData, type NewSubjectKey, type SealedText, type SubjectKeys } from './personal-data.js';
import { mintSealingKey, readKeyring, UnsealingError } from './sealing.js';

const personal = new PersonalData(readKeyring(mintSealingKey('test')));
const keysOf = (keys: readonly NewSubjectKey[]): SubjectKeys =>
  Object.fromEntries(keys.map(({ id, sealed }) => [id, sealed]));
const owners = {
  owners: [
    { id: 'o1', kind: 'person', name: 'Barnaby Thistledown', sharePercent: 40 },
    { id: 'o1', kind: 'person', name: 'Barnaby Thistledown', sharePercent: 10, owns: 'f1' },
    { id: 'o2', kind: 'person', name: 'Sokha. Example', sharePercent: 30 },
    { id: 'f1', kind: 'firm', name: 'Quillfeather Holding', sharePercent: 20 },
  ],
};

describe('personal data', () => {
  it('is sealed where the list of personal fields says so, one key for each subject', async () => {
    const { content, keys } = await personal.seal('compliance', 'owners', owners);
    expect(keys.map(({ subject }) => subject)).toEqual(['owner:o1', 'owner:o2']);
    const text = JSON.stringify([content, keys]);
    expect(text).not.toMatch(/Barnaby|Sokha/);
    expect(content).toMatchObject({
      owners: [
        { id: 'o1', sharePercent: 40, name: { key: keys[0]?.id } },
        {},
        {},
        { name: 'Quillfeather Holding' },
      ],
    });
    expect(await personal.open(content, keysOf(keys))).toEqual({ value: owners, erased: [] });
  });

  it('leaves alone what is not personal, and fields that nobody filled in', async () => {
    const tax = { tin: 'K001-1' };
    expect(await personal.seal('compliance', 'tax', tax)).toEqual({ content: tax, keys: [] });
    const profile = { legalName: 'Quillfeather', workers: 3 };
    expect(await personal.seal('application', 'profile', profile)).toEqual({ content: profile, keys: [] });
    const stored = { answer: 'written before there were keys', list: [1, null] };
    expect(await personal.open(stored, null)).toEqual({ value: stored, erased: [] });
  });

  it('leaves out what was erased and says where it stood', async () => {
    const { content, keys } = await personal.seal('compliance', 'owners', owners);
    const left = keysOf(keys.filter(({ subject }) => subject !== 'owner:o1'));
    const { value, erased } = await personal.open(content, left);
    expect(erased).toEqual(['#/owners/0/name', '#/owners/1/name']);
    expect(JSON.stringify(value)).not.toMatch(/Barnaby/);
    expect(value).toMatchObject({
      owners: [{ id: 'o1', sharePercent: 40 }, {}, { name: 'Sokha. Example' }, {}],
    });
  });

  it('can be proven to have been this text by whoever has text and salt, and guessed by nobody', async () => {
    const { content, keys } = await personal.seal('application', 'declaration', { signedBy: 'Sokha' });
    const again = await personal.seal('application', 'declaration', { signedBy: 'Sokha' });
    const { commitment } = content['signedBy'] as SealedText;
    expect(commitment).toMatch(/^[0-9a-f]{64}$/);
    expect(commitment).not.toBe((again.content['signedBy'] as SealedText).commitment);
    expect(commitment).not.toBe(createHash('sha256').update('Sokha').digest('hex'));
    expect(await personal.open(content, keysOf(keys))).toMatchObject({ value: { signedBy: 'Sokha' } });
  });

  it('opens neither in another field, nor under another key, nor with another ring', async () => {
    const { content, keys } = await personal.seal('application', 'profile', {
      contactName: 'Sokha',
      contactPhone: '+85512345678',
    });
    const swapped = { contactName: content['contactPhone'], contactPhone: content['contactName'] };
    await expect(personal.open(swapped, keysOf(keys))).rejects.toThrow(UnsealingError);
    const other = await personal.seal('application', 'declaration', { signedBy: 'Sokha' });
    const wrong = { [keys[0]?.id ?? '']: other.keys[0]?.sealed ?? '' };
    await expect(personal.open(content, wrong)).rejects.toThrow(UnsealingError);
    const elsewhere = new PersonalData(readKeyring(mintSealingKey('test')));
    await expect(elsewhere.open(content, keysOf(keys))).rejects.toThrow(UnsealingError);
  });
});
