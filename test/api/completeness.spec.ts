import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { CompletenessView, InformationQuestionList, NoteView } from '#contracts';
import type { ApiClient } from '../../apps/dev/src/play/api-client.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const DENIED = { status: 403, code: 'role-not-allowed' };
const HIDDEN = { status: 404, code: 'not-found' };
const QUESTION = 'The photo of the certificate is too dark.';

describe('an application that an officer looks through', () => {
  let world: World;
  let story: Story;
  let officer: ApiClient;
  beforeAll(async () => {
    world = await World.open();
    officer = world.parties.officer.api;
    story = await (await Story.open(world)).submit();
  });
  afterAll(() => world.close());

  const path = (section = ''): string => `${story.path}/completeness${section && `/${section}`}`;
  const look = async (api = officer): Promise<CompletenessView> => api.get(path());
  const sectionOf = async (name: string) => (await look()).sections.find(({ section }) => section === name);
  const check = (section: string, version: number, api = officer) =>
    api.request('PUT', path(section), undefined, { 'if-match': `"${version}"` });
  const notes = async (api: ApiClient) => (await api.get<{ items: NoteView[] }>(`${story.path}/notes`)).items;

  it('shows each section that the scheme asks for, what is missing, and its documents', async () => {
    const { supplierId, member } = story.applicant;
    await world.rows(
      `with d as (insert into document (id, organisation_id, uploaded_by, uploader_organisation_id, file_name, declared_type, size, status)
           select gen_random_uuid(), $2, $3, $2, 'Tax.pdf', 'application/pdf', 1, s from unnest(array['quarantined', 'refused']) s returning id)
       insert into document_link (id, document_id, qualification_id, target, item, organisation_id, linked_by)
       select gen_random_uuid(), id, $1, 'section', 'tax', $2, $3 from d`,
      [story.id, supplierId, member.personId],
    );
    const { sections, informationLoops } = await look();
    expect(sections.map(({ section }) => section)).toEqual(
      expect.arrayContaining(['profile', 'site', 'capacity', 'declaration', 'owners', 'tax', 'certificates']),
    );
    expect(informationLoops).toEqual({ used: 0, most: 3 });
    expect(await sectionOf('tax')).toMatchObject({
      ...{ required: true, version: 1, onBehalf: false, gaps: [], asked: [], check: null },
      ...{ writtenAt: expect.stringMatching(/Z$/), documents: { available: 0, waiting: 1, refused: 1 } },
    });
    const draft = await Story.open(world);
    await draft.supplier.put(`${draft.path}/sections/tax`, { patentYear: 2026 });
    const empty = await officer.get<CompletenessView>(`${draft.path}/completeness`);
    const gaps = Object.fromEntries(empty.sections.map((one) => [one.section, one.gaps]));
    expect(gaps).toMatchObject({ tax: ['tin'], owners: ['owners'] });
    expect(empty.sections.find(({ section }) => section === 'owners')).toMatchObject({
      version: 0,
      writtenAt: null,
    });
  });

  it('keeps what an officer found in order, for the version that was looked at', async () => {
    await check('tax', 1);
    const { personId } = world.parties.officer;
    expect((await sectionOf('tax'))?.check).toMatchObject({
      version: 1,
      by: { id: personId, name: 'Dara' },
      current: true,
    });
    expect(await refusal(check('tax', 2))).toMatchObject({ status: 412 });
    expect(await refusal(check('machines', 1))).toMatchObject({ status: 412 });
    const bare = officer.request('PUT', path('tax'));
    expect(await refusal(bare)).toMatchObject({ status: 428 });
    await check('profile', (await sectionOf('profile'))?.version ?? 0);
    expect((await sectionOf('profile'))?.check?.current).toBe(true);
    await officer.request('DELETE', path('profile'));
    await officer.request('DELETE', path('profile'));
    expect((await sectionOf('profile'))?.check).toBeNull();
  });

  it('is asked about in codes, which the supplier reads in its language, and in a note', async () => {
    const items = ['tax', 'certificates.certificates'];
    const ask = { type: 'request-information', items, note: QUESTION } as const;
    const besides = { ...ask, questions: [{ item: 'owners', question: 'fill-in' as const }] };
    expect(await refusal(officer.ask(story.id, besides))).toEqual({
      ...{ status: 409, code: 'not-applicable-here', items: ['owners'] },
    });
    await officer.ask(story.id, { ...ask, questions: [{ item: 'tax', question: 'patent-of-this-year' }] });
    expect(await story.supplier.case(story.id)).toMatchObject({
      ...{ informationItems: items, informationQuestions: { tax: 'patent-of-this-year' } },
    });
    expect((await sectionOf('certificates'))?.asked).toEqual(['certificates.certificates']);
    expect((await sectionOf('tax'))?.asked).toEqual(['tax']);
    const { items: words } = await story.supplier.get<InformationQuestionList>(
      '/v1/information-questions?language=km',
    );
    const asked = words.find(({ question }) => question === 'patent-of-this-year');
    expect(asked).toMatchObject({ sections: ['tax'], words: expect.stringMatching(/\p{Script=Khmer}/u) });
  });

  it('tells the note to the supplier, whom it is meant for, and to nobody else', async () => {
    const [note] = await notes(story.supplier);
    expect(note).toMatchObject({
      ...{
        command: 'request-information',
        text: QUESTION,
        params: { items: ['tax', 'certificates.certificates'] },
      },
      by: { personId: world.parties.officer.personId },
    });
    expect(Object.keys(note?.params ?? {})).not.toContain('noteId');
    expect(await notes(world.parties.reviewer.api)).toMatchObject([{ id: note?.id, text: QUESTION }]);
    expect(await refusal(notes(world.parties.auditor.api))).toEqual(HIDDEN);
    const other = await Story.open(world);
    expect(await refusal(notes(other.supplier))).toEqual(HIDDEN);
  });

  it('has a section looked at again that was written anew', async () => {
    const path = `${story.path}/sections/tax`;
    const written = { tin: `K001-${String(Date.now()).slice(-9)}`, patentYear: 2026 };
    expect(await story.supplier.put(path, written, 1)).toBe(2);
    expect((await sectionOf('tax'))?.check).toMatchObject({ version: 1, current: false });
    await story.supplier.ask(story.id, { type: 'resubmit-application' });
    expect(await story.supplier.case(story.id)).toMatchObject({
      informationItems: [],
      informationQuestions: {},
    });
    await check('tax', 2);
    expect((await sectionOf('tax'))?.check).toMatchObject({ version: 2, current: true });
    expect((await look()).informationLoops.used).toBe(1);
  });

  it('keeps notes that are not meant for the supplier from it', async () => {
    const reason = 'Another firm has the same stamp.';
    await officer
      .ask(story.id, { type: 'propose-rejection', reason: 'forged-document', note: reason })
      .catch(() => undefined);
    await officer.ask(story.id, { type: 'accept-application' });
    await story.reaches('screening', 'running');
    const ours = (await notes(officer)).map(({ text }) => text);
    expect(ours[0]).toBe(QUESTION);
    expect((await notes(story.supplier)).map(({ text }) => text)).toEqual([QUESTION]);
  });

  it('is the office’s to look through, and an officer’s to judge', async () => {
    const { reviewer, auditor } = world.parties;
    expect(await refusal(look(story.supplier))).toEqual(DENIED);
    expect(await refusal(look(auditor.api))).toEqual(HIDDEN);
    expect(await refusal(check('tax', 2, reviewer.api))).toEqual(DENIED);
    expect(await refusal(check('tax', 2, story.supplier))).toEqual(DENIED);
    expect(await refusal(reviewer.api.request('DELETE', path('tax')))).toEqual(DENIED);
    expect(await refusal(officer.request('PUT', path('secrets'), undefined, { 'if-match': '"1"' }))).toEqual({
      ...{ status: 422, code: 'validation' },
    });
    expect(await reviewer.api.request('GET', path())).toMatchObject({ flights: 3, statements: 1 + 5 + 4 });
    expect(await refusal(officer.get(`/v1/qualifications/${randomUUID()}/notes`))).toEqual(HIDDEN);
  });
});
