import { Injectable } from '@nestjs/common';
import type { ChangeOrganisation, CreateOrganisation, OrganisationQuery, OrganisationView } from '#contracts';
import { normaliseName, type OrganisationKind, type Person } from '#domain';
import { Database } from '#persistence';
import { etagOf, idAfter, notFound, pageOf, preconditionFailed, type Page } from '#platform';
import { isOffice, officersOnly } from '../auth/access.js';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import {
  CHANGE_ORGANISATION,
  CREATE_ORGANISATION,
  LIST_ORGANISATIONS,
  READ_ORGANISATION,
} from './organisations.queries.js';
import { organisationView, type OrganisationRow } from './organisations.view.js';

@Injectable()
export class OrganisationsService {
  constructor(private readonly db: Database) {}

  /** The office registers an organisation. */
  async create(
    actor: Person,
    key: string | undefined,
    body: CreateOrganisation,
    route = 'organisations',
  ): Promise<OrganisationView> {
    officersOnly(actor);
    const { kind, name, tin = null, phone = null } = body;
    const id = idForNew(actor, route, key);
    const values = [id, kind, name, normaliseName(name), tin, phone];
    const row = await createOnce<OrganisationRow & { same: boolean }>(
      this.db,
      actor,
      CREATE_ORGANISATION,
      values,
    );
    return organisationView(row);
  }

  /** All that the reader may see: the office everything, others their own and those they share a case with. */
  async list(actor: Person, { kind, cursor, limit }: OrganisationQuery): Promise<Page<OrganisationView>> {
    const values = [kind ?? null, actor.organisationId, isOffice(actor), idAfter(cursor), limit + 1];
    const rows = await this.db.run<OrganisationRow & { id: string }>(actor, LIST_ORGANISATIONS, values);
    return pageOf(rows, limit, organisationView, (row) => row.id);
  }

  /** @param kind only an organisation of this kind, when given */
  async read(actor: Person, id: string, kind?: OrganisationKind): Promise<OrganisationView> {
    const values = [id, actor.organisationId, isOffice(actor), kind ?? null];
    const [row] = await this.db.run<OrganisationRow & { id: string }>(actor, READ_ORGANISATION, values);
    if (!row) throw notFound(kind ?? 'organisation');
    return organisationView(row);
  }

  async change(
    actor: Person,
    id: string,
    version: number,
    body: ChangeOrganisation,
  ): Promise<OrganisationView> {
    officersOnly(actor);
    return this.changeAllowed(actor, id, version, body);
  }

  /** For callers that have judged who asks: change the version that was read. */
  async changeAllowed(
    actor: Person,
    id: string,
    version: number,
    body: ChangeOrganisation,
  ): Promise<OrganisationView> {
    const normalised = body.name === undefined ? null : normaliseName(body.name);
    const values = [id, version, JSON.stringify(body), normalised];
    const [row] = await this.db.run<OrganisationRow & { id: string }>(actor, CHANGE_ORGANISATION, values);
    if (row) return organisationView(row);
    const { version: current } = await this.read(actor, id);
    throw preconditionFailed(current === undefined ? undefined : etagOf(current));
  }
}
