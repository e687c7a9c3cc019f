import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createClient, getMe, getQualification } from '#client';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { repositoryRoot } from '../apps/dev/src/stack/repository.js';
import { raw } from './support/raw.js';
import { testStack } from './support/world.js';

const GENERATED = 'libs/client/src/generated';

/** Every file under a folder with its text. */
const filesOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort()
      .map((file) => [file.slice(folder.length), readFileSync(file, 'utf8')]),
  );

describe('the typed client', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'selvedge-client-'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('is what the document of the running API makes: else run `npm run client`', async () => {
    const document = join(folder, 'openapi.json');
    writeFileSync(document, (await raw('GET', '/openapi.json')).text);
    const made = join(folder, 'generated');
    // The generator reads its own configuration, outside Jest's module world.
    execFileSync(process.execPath, ['dist/test/support/generate-client.js', made, document], {
      cwd: repositoryRoot(),
    });
    const [fresh, kept] = [filesOf(made), filesOf(join(repositoryRoot(), GENERATED))];
    expect(Object.keys(fresh)).toEqual(Object.keys(kept));
    expect(Object.keys(fresh).filter((file) => fresh[file] !== kept[file])).toEqual([]);
  });

  it('asks as its token, and gives problems as what they are', async () => {
    const { apiUrl, office } = testStack();
    const client = createClient({ baseUrl: apiUrl, auth: office.token });
    expect((await getMe({ client })).data?.organisation.id).toBe(office.organisationId);
    const id = '00000000-0000-4000-8000-000000000000';
    const { data, error, response } = await getQualification({ client, path: { id } });
    expect(data).toBeUndefined();
    expect(response?.status).toBe(404);
    expect(error).toMatchObject({ status: 404, code: 'not-found' });
  });

  it('is refused without a token', async () => {
    const client = createClient({ baseUrl: testStack().apiUrl });
    expect((await getMe({ client })).error).toMatchObject({ status: 401 });
  });
});
