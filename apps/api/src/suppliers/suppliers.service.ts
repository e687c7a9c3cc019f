import { Injectable } from '@nestjs/common';
import type { ChangeOrganisation, CreateSupplier, OrganisationView, PageQuery } from '#contracts';
import type { Person } from '#domain';
import type { Page } from '#platform';
import { OrganisationsService } from '../organisations/organisations.service.js';

/** Suppliers are organisations of that kind; this is the road to them without naming the kind. */
@Injectable()
export class SuppliersService {
  constructor(private readonly organisations: OrganisationsService) {}

  create(actor: Person, key: string | undefined, body: CreateSupplier): Promise<OrganisationView> {
    return this.organisations.create(actor, key, { ...body, kind: 'supplier' }, 'suppliers');
  }

  list(actor: Person, page: PageQuery): Promise<Page<OrganisationView>> {
    return this.organisations.list(actor, { ...page, kind: 'supplier' });
  }

  read(actor: Person, id: string): Promise<OrganisationView> {
    return this.organisations.read(actor, id, 'supplier', 'getSupplier');
  }

  /** A supplier keeps its own entry; the office may help. */
  async change(
    actor: Person,
    id: string,
    version: number,
    body: ChangeOrganisation,
  ): Promise<OrganisationView> {
    return this.organisations.change(actor, id, version, body, 'changeSupplier', 'supplier');
  }
}
