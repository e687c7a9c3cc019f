import { randomUUID } from 'node:crypto';
import type { InvitationView } from '#contracts';
import { registryOf, type Member } from '../../apps/dev/src/play/parties.js';
import { Story } from './story.js';
import type { World } from './world.js';

/** The name of everybody who is invited. */
export const NAME = 'Sreymom Example';
export const anAddress = (): string => `${randomUUID()}@example.org`;
/** What somebody is answered who has a secret that is good for nothing. */
export const ABSENT = { status: 404, code: 'not-found' };

/** A supplier with an administrator, who invites. */
export async function inviting(world: World) {
  const story = await Story.open(world);
  const { supplierId } = story.applicant;
  const administrator = await registryOf(world.parties).member(supplierId, 'Administrator', 'administrator');
  const path = `/v1/organisations/${supplierId}/invitations`;
  return {
    ...{ story, administrator, path, supplierId },
    invite: (
      contact: { phone: string } | { email: string },
      { by = administrator, roles = ['supplier'], key = randomUUID() } = {},
    ): Promise<InvitationView> => by.api.post(path, { name: NAME, roles, contact }, key),
    /** The invitation as the administrator sees it in the list. */
    list: async (id: string): Promise<InvitationView[]> =>
      (await administrator.api.get<{ items: InvitationView[] }>(`${path}?limit=200`)).items.filter(
        (item) => item.id === id,
      ),
    accept: (by: Member, secret: string) =>
      by.api.post<{ personId: string; organisationId: string }>('/v1/invitations/acceptance', { secret }),
    stranger: async (): Promise<Member> => (await Story.open(world)).applicant.member,
    membersOf: (organisationId = supplierId) =>
      world.rows<{ id: string; name: string; roles: string[] }>(
        `select p.id, p.name, m.roles from membership m join person p on p.id = m.person_id
          where m.organisation_id = $1 and m.ended_at is null`,
        [organisationId],
      ),
  };
}
