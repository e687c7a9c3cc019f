import type { Act } from './scene.js';
import { place } from './wording.js';

/** Reminders on the way, and the last day. */
export async function playValidity({ scene, story }: Act): Promise<void> {
  const { expectations } = scene;
  const qualified = await story.read();
  const validity = qualified.deadlines.find(({ kind }) => kind === 'validity');
  const reminder = validity?.steps[0];
  const days = (Date.parse(validity?.dueAt ?? '') - Date.parse(reminder?.at ?? '')) / 86_400_000;
  expectations.expect('the first reminder comes 90 days before the end', days === 90, days);
  const reminded = await story.passUntil(reminder?.at ?? qualified.caseTime);
  const left = reminded.deadlines.find(({ kind }) => kind === 'validity')?.steps.length;
  expectations.expect('it comes at its own time, many months later', left === 4, left);
  const lapsed = await story.passUntil(qualified.validUntil ?? '');
  expectations.expect(
    'at the end of its validity the qualification lapses',
    lapsed.substate === 'lapsed',
    place(lapsed),
  );
  expectations.expect(
    'nothing is left to wait for',
    lapsed.over && lapsed.ballHolders.length === 0,
    lapsed.ballHolders,
  );
}
