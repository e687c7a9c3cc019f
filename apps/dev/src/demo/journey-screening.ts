import type { Case } from '../play/api-client.js';
import { refusal } from './refusal.js';
import type { Act } from './scene.js';
import { place } from './wording.js';

const check = 'sanctions';

/**
 * An owner is called almost like somebody listed. One officer takes the match for true, which alone does nothing; a second
 * one compares what the list says of that person, and clears it.
 */
export async function clearByTwo({ scene, story, id }: Act): Promise<Case> {
  const { officer, secondOfficer } = scene.parties;
  const { expectations } = scene;
  const held = await story.read();
  const potential = held.checks[check]?.verdict === 'POTENTIAL' && held.substate === 'screening';
  expectations.expect('a name one letter away from a listed one holds the case', potential, held.checks);
  const suspects = await story.step(
    officer,
    'looks at the match between an owner and a list, and takes it for true; a second officer has to say so too',
    () =>
      officer.api.ask(id, {
        ...{ type: 'resolve-check', check, verdict: 'FAIL', note: 'One letter apart, the same country.' },
      }),
  );
  const alone = await refusal(() => officer.api.ask(id, { type: 'confirm-check-failure', check }));
  const undecided = alone === 'same-person' && suspects.substate === 'screening';
  expectations.expect('one officer alone decides nothing about a match', undecided, [alone, place(suspects)]);
  const cleared = await story.step(
    secondOfficer,
    'compares year and place of birth with the list: another person; the match is cleared',
    () =>
      secondOfficer.api.ask(id, {
        ...{ type: 'resolve-check', check, verdict: 'PASS', note: 'Born in another year and country.' },
      }),
  );
  const { verdict, decidedBy } = cleared.checks[check] ?? {};
  const byTwo = verdict === 'PASS' && decidedBy?.personId === secondOfficer.personId;
  expectations.expect('a potential match was cleared by two officers', byTwo, cleared.checks[check]);
  return cleared;
}
