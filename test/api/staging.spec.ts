import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Upload } from '@tus/server';
import { openDatabase, type Database } from '#persistence';
import { clearStaging } from '../../apps/api/src/uploads/clear-staging.js';
import { openStaging, type Staging } from '../../apps/api/src/uploads/staging.js';
import { isAbsent } from '../../apps/api/src/uploads/upload-problems.js';
import { openSmallS3 } from '../support/small-s3.js';
import { Story } from '../support/story.js';
import { testStack, World } from '../support/world.js';

const DAY_AND_MORE = 25 * 3_600_000;

describe.each(['disk', 's3'] as const)('what lies in staging on %s', (kind) => {
  let world: World;
  let story: Story;
  let db: Database;
  let folder: string;
  let staging: Staging;
  let closeS3: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    world = await World.open();
    story = await Story.open(world);
    db = await openDatabase({ url: testStack().runtimeUrl, poolSize: 1 });
    folder = await mkdtemp(join(tmpdir(), 'selvedge-staging-'));
    const s3 = kind === 's3' ? await openSmallS3() : undefined;
    closeS3 = s3?.close;
    staging = openStaging(
      s3
        ? {
            ...{ kind: 's3', bucket: 'evidence', region: 'x', endpoint: s3.env['BLOB_S3_ENDPOINT']! },
            credentials: { accessKeyId: 'S3RVER', secretAccessKey: 'S3RVER' },
          }
        : { kind: 'disk', folder },
    );
  });
  afterAll(async () => {
    await db.close();
    await closeS3?.();
    await rm(folder, { recursive: true, force: true });
    await world.close();
  });

  const lie = async (status: 'receiving' | 'refused' | undefined): Promise<string> => {
    const id = randomUUID();
    const creation_date = new Date(Date.now() - DAY_AND_MORE).toISOString();
    await staging.store.create(new Upload({ id, size: 9, offset: 0, creation_date, metadata: {} }));
    if (status)
      await world.rows(
        `insert into document (id, organisation_id, uploaded_by, uploader_organisation_id, file_name, declared_type, size,
           status, created_at) values ($1, $2, $3, $2, 'a.pdf', 'application/pdf', 9, $4, now() - interval '25 hours')`,
        [id, story.applicant.supplierId, story.applicant.member.personId, status],
      );
    return id;
  };

  it('stays as long as its row waits for it, however old it is; the rest goes', async () => {
    const [waited, ended, nobodys] = [await lie('receiving'), await lie('refused'), await lie(undefined)];
    await clearStaging(db, staging);
    const left = await staging.ids();
    expect([waited, ended, nobodys].map((id) => left.includes(id))).toEqual([true, false, false]);
    expect(await staging.store.getUpload(waited)).toMatchObject({ id: waited, size: 9 });
    await staging.store.remove(waited);
    await staging.store.remove(waited); // again, after a crash
  });

  it('is not taken for absent because the storage fails', async () => {
    const ask = (id: string): Promise<boolean> => staging.store.getUpload(id).then(() => false, isAbsent);
    expect(await ask(randomUUID())).toBe(true);
    const id = randomUUID();
    if (kind === 'disk')
      await mkdir(join(folder, 'uploads', `${id}.json`)); // a folder cannot be read as a file
    else await closeS3?.().then(() => (closeS3 = undefined));
    expect(await ask(id)).toBe(false);
  });
});
