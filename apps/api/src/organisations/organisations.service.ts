import { Injectable } from '@nestjs/common';
import type { ChangeOrganisation, CreateOrganisation, OrganisationQuery, OrganisationView } from '#contracts';
import { normaliseName, type OperationId, type OrganisationKind, type Person } from '#domain';
import { Database, supplierLogged } from '#persistence';
import { etagOf, idAfter, notFound, pageOf, preconditionFailed, type Page } from '#platform';
import { Authorisation } from '../auth/authorisation.js';
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
  constructor(
    private readonly db: Database,
    private readonly authorisation: Authorisation,
  ) {}

  /** The office registers an organisation. */
  async create(
    actor: Person,
    key: string | undefined,
    body: CreateOrganisation,
    route = 'organisations',
  ): Promise<OrganisationView> {
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
    const values = [
      kind ?? null,
      actor.organisationId,
      this.authorisation.looksAcross(actor),
      idAfter(cursor),
      limit + 1,
    ];
    const rows = await this.db.run<OrganisationRow & { id: string }>(actor, LIST_ORGANISATIONS, values);
    return pageOf(rows, limit, organisationView, (row) => row.id);
  }

  /**
   * @param kind only an organisation of this kind, when given
   * @param operation as what a supplier is told of it, when one of another organisation reads
   */
  async read(
    actor: Person,
    id: string,
    kind?: OrganisationKind,
    operation?: OperationId,
  ): Promise<OrganisationView> {
    const values = [id, actor.organisationId, this.authorisation.looksAcross(actor), kind ?? null];
    const [row] = await this.db.run<OrganisationRow & { id: string }>(
      actor,
      READ_ORGANISATION,
      values,
      operation && id !== actor.organisationId ? supplierLogged(id, operation) : undefined,
    );
    if (!row) throw notFound(kind ?? 'organisation');
    return organisationView(row);
  }

  /** Who may not even know of the organisation gets 404, who may not do this to it 403. */
  async mustMay(
    operation: OperationId,
    actor: Person,
    organisationId: string,
    kind?: OrganisationKind,
  ): Promise<OrganisationView> {
    const found = await this.read(actor, organisationId, kind);
    this.authorisation.require(operation, actor, { organisationId, acquaintance: true }, kind);
    return found;
  }

  /** Change the version that was read. */
  async change(
    actor: Person,
    id: string,
    version: number,
    body: ChangeOrganisation,
    operation: OperationId = 'changeOrganisation',
    kind?: OrganisationKind,
  ): Promise<OrganisationView> {
    await this.mustMay(operation, actor, id, kind);
    const normalised = body.name === undefined ? null : normaliseName(body.name);
    const values = [id, version, JSON.stringify(body), normalised];
    const [row] = await this.db.run<OrganisationRow & { id: string }>(actor, CHANGE_ORGANISATION, values);
    if (row) return organisationView(row);
    const current = await this.read(actor, id);
    const etag = current.version === undefined ? undefined : etagOf(current.version);
    throw preconditionFailed(etag, current, body);
  }
}
