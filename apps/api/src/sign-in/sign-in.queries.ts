import { statement } from '#persistence';

export const PERSON_OF_IDENTITY = statement(
  'identity-person',
  `select person_id as "personId", organisation_id as "organisationId" from person_of_identity($1, $2)`,
);
