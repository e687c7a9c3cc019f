import { Injectable } from '@nestjs/common';
import type { ChangeSite, CreateSite, PageQuery, SiteView } from '#contracts';
import type { Person } from '#domain';
import { Database, supplierLogged } from '#persistence';
import { etagOf, idAfter, notFound, pageOf, preconditionFailed, type Page } from '#platform';
import { Authorisation } from '../auth/authorisation.js';
import { createOnce } from '../http/create-once.js';
import { idForNew } from '../http/idempotency-key.js';
import { OrganisationsService } from '../organisations/organisations.service.js';
import { CHANGE_SITE, CREATE_SITE, READ_SITES } from './sites.queries.js';
import { siteView, type SiteRow } from './sites.view.js';

@Injectable()
export class SitesService {
  constructor(
    private readonly db: Database,
    private readonly organisations: OrganisationsService,
    private readonly authorisation: Authorisation,
  ) {}

  /** The supplier adds one of its sites, or the office does it for it. */
  async create(
    actor: Person,
    supplierId: string,
    key: string | undefined,
    body: CreateSite,
  ): Promise<SiteView> {
    await this.organisations.mustMay('createSite', actor, supplierId, 'supplier');
    const { name, address, province, latitude, longitude } = body;
    const id = idForNew(actor, `suppliers/${supplierId}/sites`, key);
    const values = [id, supplierId, name, address, province, latitude, longitude];
    return siteView(await createOnce<Created>(this.db, actor, CREATE_SITE, values));
  }

  async list(actor: Person, supplierId: string, { cursor, limit }: PageQuery): Promise<Page<SiteView>> {
    await this.organisations.read(actor, supplierId, 'supplier', 'listSites');
    const rows = await this.rows(actor, supplierId, null, idAfter(cursor), limit + 1);
    return pageOf(rows, limit, siteView, (row) => row.id);
  }

  /** The supplier is told when one of another organisation reads it. */
  async read(actor: Person, supplierId: string, id: string): Promise<SiteView> {
    const access =
      actor.organisationId === supplierId ? undefined : supplierLogged(supplierId, 'getSite', id);
    const [row] = await this.rows(actor, supplierId, id, null, 1, access);
    if (!row) throw notFound('site');
    return siteView(row);
  }

  async change(
    actor: Person,
    supplierId: string,
    id: string,
    version: number,
    body: ChangeSite,
  ): Promise<SiteView> {
    await this.organisations.mustMay('changeSite', actor, supplierId, 'supplier');
    const { name = null, address = null, province = null, latitude = null, longitude = null } = body;
    const values = [id, supplierId, version, name, address, province, latitude, longitude];
    const [row] = await this.db.run<SiteRow & { id: string }>(actor, CHANGE_SITE, values);
    if (row) return siteView(row);
    const current = await this.read(actor, supplierId, id);
    throw preconditionFailed(etagOf(current.version), current, body);
  }

  private rows(
    actor: Person,
    supplierId: string,
    id: string | null,
    after: string | null,
    count: number,
    access?: ReturnType<typeof supplierLogged>,
  ) {
    const values = [
      supplierId,
      actor.organisationId,
      this.authorisation.looksAcross(actor),
      id,
      after,
      count,
    ];
    return this.db.run<SiteRow & { id: string }>(actor, READ_SITES, values, access);
  }
}
type Created = SiteRow & { readonly same: boolean };
