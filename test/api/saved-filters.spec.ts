import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { MOST_SAVED_FILTERS, type SavedFilterList, type SetSavedFilter } from '#contracts';
import type { ApiClient } from '../../apps/dev/src/play/api-client.js';
import { refusal, World } from '../support/world.js';

const BODY: SetSavedFilter = {
  ...{ list: 'tasks', name: 'Late in Takeo' },
  query: { what: ['check-completeness', 'assign-auditor'], province: 'KH-21', overdue: 'true' },
};

describe('a filter that somebody keeps', () => {
  let world: World;
  let officer: ApiClient;
  const id = randomUUID();
  beforeAll(async () => {
    world = await World.open();
    officer = world.parties.officer.api;
    await officer.put(`/v1/me/filters/${id}`, BODY);
  });
  afterAll(() => world.close());

  const kept = async (api = officer) => (await api.get<SavedFilterList>('/v1/me/filters')).items;
  const save = (body: unknown, { at = randomUUID(), version = 0, api = officer } = {}) =>
    api.put(`/v1/me/filters/${at}`, body, version);

  it('is told as it was saved, and its query is one that the list takes', async () => {
    expect(await kept()).toEqual([{ id, version: 1, ...BODY }]);
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(BODY.query))
      for (const one of [value].flat()) query.append(name, String(one));
    expect(await officer.get(`/v1/tasks?${query}`)).toMatchObject({ next: null });
  });

  it('is changed under the version that was read, and not twice under the same name', async () => {
    const cases = { list: 'qualifications', name: 'Drafts', query: { stage: 'application' } };
    expect(await save(cases, { at: id, version: 1 })).toBe(2);
    expect(await refusal(save(BODY, { at: id, version: 1 }))).toMatchObject({ status: 412 });
    expect(await refusal(save(BODY, { at: id }))).toMatchObject({ status: 412 });
    expect(await refusal(save(BODY, { version: 3 }))).toMatchObject({ status: 412 });
    expect(await refusal(save(cases))).toMatchObject({ status: 409, code: 'already-exists' });
    expect(await save({ ...BODY, name: 'Drafts' })).toBe(1);
    expect((await kept()).map(({ list, name }) => [list, name])).toEqual([
      ['qualifications', 'Drafts'],
      ['tasks', 'Drafts'],
    ]);
    const bare = officer.request('PUT', `/v1/me/filters/${id}`, cases);
    expect(await refusal(bare)).toMatchObject({ status: 428 });
  });

  it('is nobody else’s to see, to change or to remove', async () => {
    const { api } = world.parties.secondOfficer;
    expect(await kept(api)).toEqual([]);
    expect(await refusal(save(BODY, { at: id, api }))).toMatchObject({ status: 404, code: 'not-found' });
    expect(await refusal(save(BODY, { at: id, version: 2, api }))).toMatchObject({ status: 412 });
    const foreign = await refusal(api.request('DELETE', `/v1/me/filters/${id}`));
    expect(foreign).toEqual({ status: 404, code: 'not-found' });
    expect((await kept()).map((filter) => filter.id)).toContain(id);
  });

  it('says nothing that its list does not know', async () => {
    for (const wrong of [
      { ...BODY, list: 'people' },
      { ...BODY, name: '' },
      { ...BODY, name: 'x'.repeat(61) },
      { ...BODY, query: { stage: 'application' } },
      { ...BODY, query: { province: 'KH-99' } },
      { ...BODY, query: { cursor: 'x' } },
    ])
      expect(await refusal(save(wrong))).toEqual({ status: 422, code: 'validation' });
  });

  it('is removed, and is one of no more than so many', async () => {
    const { api } = world.parties.secondReviewer;
    const own = { list: 'tasks', query: {} };
    for (let n = 0; n < MOST_SAVED_FILTERS; n += 1) await save({ ...own, name: `Filter ${n}` }, { api });
    const more = { ...own, name: 'One more' };
    expect(await refusal(save(more, { api }))).toEqual({ status: 409, code: 'limit-reached' });
    const [first] = await kept(api);
    const path = `/v1/me/filters/${first?.id}`;
    expect(await api.request('DELETE', path)).toMatchObject({ status: 204, statements: 5, flights: 2 });
    expect(await refusal(api.request('DELETE', path))).toEqual({ status: 404, code: 'not-found' });
    expect(await save(more, { api })).toBe(1);
    expect(await kept(api)).toHaveLength(MOST_SAVED_FILTERS);
  });
});
