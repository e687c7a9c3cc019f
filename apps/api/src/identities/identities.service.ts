import { Injectable } from '@nestjs/common';
import type { AddIdentity, IdentityView, PageQuery } from '#contracts';
import type { Person } from '#domain';
import { Database } from '#persistence';
import { alreadyExists, idAfter, newId, notFound, pageOf, type Page } from '#platform';
import { PeopleService } from '../people/people.service.js';
import { OidcClient } from '../sign-in/oidc-client.js';
import { ADD, LIST, REMOVE } from './identities.queries.js';
import { identityView, type IdentityRow } from './identities.view.js';

@Injectable()
export class IdentitiesService {
  constructor(
    private readonly db: Database,
    private readonly people: PeopleService,
    private readonly oidc: OidcClient,
  ) {}

  /**
   * The office registers as whom the configured provider knows a person. The same again changes nothing.
   * @throws ProblemException 409 when somebody else is known so, 404 when there is no provider or the person was erased
   */
  async add(actor: Person, personId: string, { subject }: AddIdentity): Promise<IdentityView> {
    await this.people.mustMay('addIdentity', actor, personId);
    const values = [newId(), personId, this.oidc.provider.issuer, subject];
    const add = () => this.db.run<IdentityRow & { own: boolean }>(actor, ADD, values);
    // Nothing: a twin of this request was committed after our snapshot was taken. Now it can be seen.
    const row = (await add())[0] ?? (await add())[0];
    if (!row) throw notFound('person');
    if (!row.own) throw alreadyExists('#/subject', 'Somebody is registered under this identity.');
    return identityView(row);
  }

  async list(actor: Person, personId: string, { cursor, limit }: PageQuery): Promise<Page<IdentityView>> {
    await this.people.mustMay('listIdentities', actor, personId);
    const rows = await this.db.run<IdentityRow>(actor, LIST, [personId, idAfter(cursor), limit + 1]);
    return pageOf(rows, limit, identityView, (row) => row.id);
  }

  /** Whoever came in by it is out at once. */
  async remove(actor: Person, personId: string, id: string): Promise<void> {
    await this.people.mustMay('removeIdentity', actor, personId);
    const [row] = await this.db.run(actor, REMOVE, [id, personId]);
    if (!row) throw notFound('identity');
  }
}
