import { notFound } from '@tanstack/react-router';
import { meQuery } from '../server/me.js';
import { queryClient } from '../server/query-client.js';

/** Pages of the office are nobody else's: for others they are not there. The API says the same of what they show. */
export async function onlyOffice(): Promise<void> {
  const { organisation } = await queryClient.ensureQueryData(meQuery);
  if (organisation.kind !== 'programme-office') throw notFound();
}
