import { ticketsOf } from '../play/people.js';
import type { Parties } from '../play/parties.js';
import type { Applicant } from '../play/supplier.js';
import type { Stack } from '../stack/stack.js';
import { dim, heading, print, table } from './terminal.js';

/** Where to look: at this stack while it stays up, else at one that does. */
export function printAddresses({ apiUrl, temporalUiUrl }: Stack, up: boolean): void {
  heading('Where to look');
  if (!up) {
    console.log(
      '  npm run demo -- --keep   the same, and it stays up: API page, Temporal UI, tokens of every role',
    );
    console.log('  npm start                an installation of your own that keeps its data');
    return;
  }
  print([
    `  Web app       ${apiUrl}/app/`,
    `  Public pages  ${apiUrl}/ (the programme), ${apiUrl}/check (a qualification by its number)`,
    `  API page      ${apiUrl}/docs`,
    `  OpenAPI       ${apiUrl}/openapi.json`,
    ...(temporalUiUrl ? [`  Temporal UI   ${temporalUiUrl}/namespaces/default/workflows`] : []),
  ]);
}

/** The number that a supplier of `npm start` signs in with; nobody's. */
export const phoneOf = (nth: number): string => `+8551255510${nth}`;

/** Where a browser signs in, and as whom. */
export function printSignIn({ apiUrl, signIn }: Stack, phones: readonly string[]): void {
  if (!signIn) return;
  heading('Sign in with a browser, as anybody below');
  print([
    `  Sign in       ${apiUrl}/sign-in`,
    `  By telephone  there too, as a supplier: ${phones.join(', ')}`,
    `  Codes         ${signIn.codesUrl} shows the second factors of auditors, buyers and the office`,
    `  Messages      ${apiUrl}/v1/messages shows an officer what would have been sent: codes and invitations`,
  ]);
}

/** Ready-made tokens of every role, and a first request. */
export function printTokens(stack: Stack, parties: Parties, applicants: readonly Applicant[]): void {
  heading('Tokens, one for every role (send as: authorization: Bearer TOKEN)');
  const tickets = ticketsOf(parties, applicants);
  const rows = tickets.map(({ role, name, organisation, token }) => [role, name, organisation, token]);
  print(table(['role', 'name', 'organisation', 'token'], rows));
  const officer = parties.officer.token;
  console.log(`\n  For example, what waits for the programme office:\n`);
  console.log(`  curl -H 'authorization: Bearer ${officer}' ${stack.apiUrl}/v1/tasks`);
  console.log(dim(`\n  Everything runs on this machine only. Ctrl-C stops it.`));
}
