import type { MeView, PersonView } from '#contracts';
import type { OrganisationKind } from '#domain';

/** SQL: memberships of person `p` that run, as JSON: all for the office ($3), else those in the organisation $2. */
export const PERSON_COLUMNS = `p.id, p.name, p.language, coalesce((
  select jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'organisationKind', o.kind, 'roles', m.roles,
      'since', m.created_at, 'version', m.version) order by m.created_at, m.organisation_id)
    from membership m join organisation o on o.id = m.organisation_id
   where m.person_id = p.id and m.ended_at is null and ($3::boolean or m.organisation_id = $2::uuid)), '[]') as memberships`;

export interface PersonRow {
  readonly id: string;
  readonly name: string;
  readonly language: 'km' | 'en' | 'zh';
  readonly memberships: PersonView['memberships'];
}
export const personView = ({ id, name, language, memberships }: PersonRow): PersonView => ({
  id,
  name,
  language,
  memberships: memberships.map((m) => ({ ...m, since: new Date(m.since).toISOString() })),
});

export interface MeRow {
  readonly id: string;
  readonly name: string;
  readonly language: 'km' | 'en' | 'zh';
  readonly organisationId: string;
  readonly organisationKind: OrganisationKind;
  readonly organisationName: string;
  readonly organisations: MeView['organisations'];
}
export const meView = (
  row: MeRow,
  roles: readonly string[],
  secondFactor: MeView['secondFactor'],
): MeView => ({
  person: { id: row.id, name: row.name, language: row.language },
  organisation: { id: row.organisationId, kind: row.organisationKind, name: row.organisationName },
  roles: [...roles],
  organisations: row.organisations,
  secondFactor,
});
