import type { Case } from '../play/api-client.js';
import { refusal } from './refusal.js';
import type { Act } from './scene.js';
import { place } from './wording.js';

const check = 'sanctions';
type Checks = { items: { kind: string; hits: { id: string; status: string }[] }[] };

/** Hits of the check against lists, as an officer is told them. */
const hitsOf = async ({ scene, id }: Act): Promise<Checks['items'][number]['hits']> => {
  const path = `/v1/qualifications/${id}/compliance-checks`;
  const { items } = await scene.parties.officer.api.uncounted().get<Checks>(path);
  return items.find(({ kind }) => kind === check)?.hits ?? [];
};

/** An owner is called almost like somebody listed. One officer finds that it is somebody else, a second one agrees. */
export async function clearByTwo(act: Act): Promise<Case> {
  const { scene, story, id } = act;
  const { officer, secondOfficer } = scene.parties;
  const { expectations } = scene;
  const held = await story.read();
  const hits = await hitsOf(act);
  const potential =
    held.checks[check]?.verdict === 'POTENTIAL' && held.substate === 'screening' && hits.length > 0;
  expectations.expect('a name one letter away from a listed one holds the case', potential, held.checks);
  const why = { reason: 'other-birth-date', note: 'Born in another year and country.' } as const;
  const proposed = await story.step(
    officer,
    'compares an owner with who is listed: another person; a second officer has to agree',
    async () => {
      for (const { id: hit } of hits) await officer.api.ask(id, { type: 'clear-hit', check, hit, ...why });
    },
  );
  const [{ id: first = '' } = {}] = hits;
  const alone = await refusal(() => officer.api.ask(id, { type: 'confirm-clearing', check, hit: first }));
  const undecided = alone === 'same-person' && proposed.substate === 'screening';
  expectations.expect('one officer alone decides nothing about a match', undecided, [alone, place(proposed)]);
  const cleared = await story.step(
    secondOfficer,
    'agrees: the match is cleared, and remembered',
    async () => {
      for (const { id: hit } of hits)
        await secondOfficer.api.ask(id, { type: 'confirm-clearing', check, hit });
    },
  );
  const left = (await hitsOf(act)).filter(({ status }) => status !== 'cleared');
  const byTwo = cleared.checks[check]?.verdict === 'PASS' && left.length === 0;
  expectations.expect('a potential match was cleared by two officers', byTwo, [cleared.checks[check], left]);
  return cleared;
}
