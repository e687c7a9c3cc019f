import type { OrganisationView } from '#contracts';
import type { OrganisationKind } from '#domain';

export const ORGANISATION_COLUMNS =
  'o.id, o.kind, o.name, o.tin, o.phone, o.version, o.created_at as "createdAt"';

export interface OrganisationRow {
  readonly id: string;
  readonly kind: OrganisationKind;
  readonly name: string;
  readonly tin: string | null;
  readonly phone: string | null;
  readonly version: number;
  readonly createdAt: Date;
  /** False for those who merely share a case with it. */
  readonly whole?: boolean;
}

/** An organisation as its own people and the office see it; others see its kind and name. */
export function organisationView({ createdAt, whole = true, ...row }: OrganisationRow): OrganisationView {
  const { id, kind, name, tin, phone, version } = row;
  return whole
    ? { id, kind, name, tin, phone, version, createdAt: createdAt.toISOString() }
    : { id, kind, name };
}
