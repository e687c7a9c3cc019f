import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { PUBLIC_SECTIONS } from '#domain';
import type { PublicConsentView } from '#contracts';
import { pageFaults, PlainBrowser } from '../support/plain-browser.js';
import { raw, type Raw } from '../support/raw.js';
import { Story } from '../support/story.js';
import { refusal, World } from '../support/world.js';

const NO_SUCH = 'SQ-2020-000000001';

describe('the check of a qualification that anybody may make', () => {
  let world: World;
  let story: Story;
  let number: string;
  let consentPath: string;
  beforeAll(async () => {
    world = await World.open();
    story = await (await Story.open(world)).qualified();
    ({ caseNumber: number } = await story.see());
    consentPath = `${story.path}/public-consent`;
    const certificate = {
      ...{ scheme: 'OEKO_TEX_100', number: '1', holderName: 'A', scope: ['TRIMS'] },
      ...{ validFrom: '2020-01-01', validTo: '2199-12-31' },
    };
    await world.rows(
      `update fact set content = jsonb_set(content, '{certificates}', $2) where qualification_id = $1 and item = 'certificates'`,
      [story.id, JSON.stringify([certificate])],
    );
  });
  afterAll(() => world.close());

  const consent = () => story.supplier.get<PublicConsentView>(consentPath);
  const give = async (...sections: string[]): Promise<PublicConsentView> => {
    const { version } = await consent();
    await story.supplier.put(consentPath, { sections }, version);
    return consent();
  };
  const withdraw = () => story.supplier.request('DELETE', consentPath);
  const page = (asked: string): Promise<Raw> =>
    raw('GET', `/check/${encodeURIComponent(asked)}`, { headers: { 'accept-language': 'en' } });
  const words = async (asked: string): Promise<string> => {
    const browser = new PlainBrowser();
    await browser.open(`/check/${encodeURIComponent(asked)}`);
    return browser.words;
  };
  /** Everything that is answered, but what is of one request only and what was asked. */
  const compared = ({ status, headers, text }: Raw, asked: string): unknown => ({
    status,
    text: text.replaceAll(asked, 'ASKED'),
    headers: [...headers].filter(([name]) => !/date|request-id|^ratelimit$|length/.test(name)),
  });

  it('says nothing before the supplier consents: as little, and with as much work, as of what is not there', async () => {
    expect(await consent()).toMatchObject({ inForce: false, sections: [], code: null, version: 0 });
    const [unshown, unknown] = [await page(number), await page(NO_SUCH)];
    expect([unshown.status, pageFaults(unshown)]).toEqual([404, []]);
    expect(compared(unshown, number)).toEqual(compared(unknown, NO_SUCH));
    expect(unshown.headers.get('server-timing')).toContain('5 statements in 2 flights');
    expect(unshown.text).not.toContain(story.applicant.profile.name);
    const code = await page('7K3MQ9XT2VBA');
    expect(compared(code, '7K3MQ9XT2VBA')).toEqual(compared(unknown, NO_SUCH));
  });

  it('tells with consent whether it counts now, and of each section only when it was opened', async () => {
    const { name } = story.applicant.profile;
    const bare = await give();
    expect(bare).toMatchObject({
      inForce: true,
      sections: [],
      code: expect.stringMatching(/^[0-9A-Z]{12}$/),
    });
    expect(bare.address).toBe(`${world.stack.apiUrl}/check/${bare.code}`);
    const least = await words(number);
    expect(least).toMatch(new RegExp(`Qualification ${number} Valid since \\d+ \\w+ \\d{4}`));
    expect(least).toContain('What this does not say');
    expect(least).not.toMatch(/Grade|Valid until|Phnom Penh|Trims|Certificates/);
    expect(least).not.toContain(name);
    const shown: Readonly<Record<(typeof PUBLIC_SECTIONS)[number], string | RegExp>> = {
      ...{ name, category: 'Trims', province: 'Phnom Penh', grade: 'A (A is the best' },
      ...{ validity: /Valid until \d+ \w+ \d{4}/, certificates: 'OEKO-TEX STANDARD 100' },
    };
    for (const section of PUBLIC_SECTIONS) {
      await give(section);
      const said = await words(number);
      for (const other of PUBLIC_SECTIONS)
        if (other === section) expect(said).toMatch(shown[other]);
        else expect(said).not.toMatch(shown[other]);
    }
    await give(...PUBLIC_SECTIONS);
    expect(pageFaults(await page(number))).toEqual([]);
  });

  it('is found by number and code however they are typed, and by the form', async () => {
    const { code } = await give('name');
    const [, year = '', digits = ''] = /^SQ-(\d+)-(\d+)$/.exec(number) ?? [];
    const khmer = digits.replace(/\d/g, (digit) => String.fromCharCode(0x17e0 + Number(digit)));
    const spaced = code?.replace(/(....)(?=.)/g, '$1-').toLowerCase() ?? '';
    for (const typed of [
      ...[number, number.toLowerCase(), `sq ${year} ${Number(digits)}`, `SQ${year}${khmer}`],
      ...[code ?? '', spaced, ` ${spaced.replaceAll('-', ' ').replaceAll('1', 'l').replaceAll('0', 'o')} `],
    ])
      expect([typed, (await page(typed)).status]).toEqual([typed, 200]);
    for (const typed of [digits, `${number}0`, code?.slice(1) ?? '', 'SQ--', '%'])
      expect([typed, (await page(typed)).status]).toEqual([typed, 404]);
    const browser = new PlainBrowser();
    await browser.open('/check');
    await browser.send({ number: ' ' });
    expect([browser.now.status, browser.words]).toEqual([200, expect.stringContaining('Number or code')]);
    await browser.send({ number: spaced });
    expect([browser.now.status, browser.words]).toEqual([200, expect.stringContaining(number)]);
  });

  it('keeps its code while sections change, and each writing is kept', async () => {
    const before = await give('name');
    const after = await give('name', 'grade');
    expect(after).toMatchObject({ code: before.code, givenAt: before.givenAt, version: before.version + 1 });
    const [last] = await world.rows(
      `select version, sections, in_force, written_by from public_consent_revision where qualification_id = $1
        order by version desc limit 1`,
      [story.id],
    );
    expect(last).toEqual({
      ...{ version: after.version, sections: ['name', 'grade'], in_force: true },
      written_by: story.applicant.member.personId,
    });
  });

  it('has a QR code of its address while consent stands', async () => {
    await give('name');
    const ask = () => raw('GET', `${consentPath}/qr`, { token: story.applicant.member.token });
    const { status, headers, text } = await ask();
    expect([status, headers.get('content-type')]).toEqual([200, 'image/svg+xml']);
    expect(text).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 \d+ \d+">.*<\/svg>$/s);
    await withdraw();
    expect((await ask()).status).toBe(404);
  });

  it('says nothing any more from the moment consent is withdrawn, and the code is worthless for good', async () => {
    const { code } = await give(...PUBLIC_SECTIONS);
    expect((await page(code ?? '')).status).toBe(200);
    await withdraw();
    await withdraw();
    const unknown = await page(NO_SUCH);
    for (const asked of [number, code ?? ''])
      expect(compared(await page(asked), asked)).toEqual(compared(unknown, NO_SUCH));
    expect(await consent()).toMatchObject({
      ...{ inForce: false, sections: [], code: null, address: null },
      withdrawnAt: expect.any(String),
    });
    const again = await give('name');
    expect(again.code).not.toBe(code);
    expect((await page(code ?? '')).status).toBe(404);
    expect((await page(again.code ?? '')).status).toBe(200);
  });

  it('is the supplier’s to give, who must have read what there was', async () => {
    const { version } = await give('name');
    const late = await raw('PUT', consentPath, {
      token: story.applicant.member.token,
      body: JSON.stringify({ sections: [] }),
      headers: { 'content-type': 'application/json', 'if-match': `"${version - 1}"` },
    });
    expect([late.status, late.headers.get('etag')]).toEqual([412, `"${version}"`]);
    expect(late.body['current']).toMatchObject({ sections: ['name'] });
    const { parties } = world;
    for (const [api, status] of [
      [parties.officer.api, 403],
      [parties.auditor.api, 403],
      [parties.mill.requester.api, 403],
      [(await Story.open(world)).supplier, 404],
    ] as const) {
      expect(await refusal(api.put(consentPath, { sections: [] }, version))).toMatchObject({ status });
      expect(await refusal(api.request('DELETE', consentPath))).toMatchObject({ status });
    }
    expect(await parties.officer.api.get(consentPath)).toMatchObject({ version, sections: ['name'] });
    const unknown = story.supplier.put(consentPath, { sections: ['owners'] }, version);
    expect(await refusal(unknown)).toMatchObject({ status: 422 });
    expect(await consent()).toMatchObject({ version });
  });

  it('is of nothing that was never qualified', async () => {
    const draft = await Story.open(world);
    const giving = draft.supplier.put(`${draft.path}/public-consent`, { sections: ['name'] });
    expect(await refusal(giving)).toEqual({ status: 409, code: 'status-differs' });
    // Nor when the consent stood there all the same.
    await world.rows(
      `insert into public_consent (qualification_id, version, sections, code) values ($1, 1, '{name}', $2)`,
      [draft.id, `Z${String(Date.now()).slice(-11)}`],
    );
    const { caseNumber } = await draft.see();
    expect(compared(await page(caseNumber), caseNumber)).toEqual(compared(await page(NO_SUCH), NO_SUCH));
  });

  it('tells that it is suspended, and no grade then', async () => {
    await give(...PUBLIC_SECTIONS);
    const suspend = {
      type: 'suspend',
      cause: 'critical-incident',
      note: 'The boiler house burned.',
    } as const;
    await world.parties.officer.api.ask(story.id, suspend);
    const said = await words(number);
    expect(said).toMatch(/Suspended since \d+ \w+ \d{4} It does not count now/);
    expect(said).toContain(story.applicant.profile.name);
    expect(said).not.toMatch(/Grade|Valid until|Certificates|incident|boiler/);
  });
});
