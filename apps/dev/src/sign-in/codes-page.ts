import { TOTP, URI } from 'otpauth';
import { escape, type Pick } from './login-page.js';

const REFRESH_S = 5;

const codeOf = (address: string): string => {
  const app = URI.parse(address);
  return app instanceof TOTP ? app.generate() : '';
};
const row = ({ name, role, organisation, authenticator }: Pick): string =>
  authenticator === undefined
    ? ''
    : `<tr><td>${escape(name)}</td><td>${escape(role)}, ${escape(organisation)}</td><td><strong>${codeOf(authenticator)}</strong></td></tr>`;

/** What would be on everybody's telephone: the codes of their second factors at this moment. Reads itself anew. */
export const codesPage = (people: readonly Pick[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta http-equiv="refresh" content="${REFRESH_S}"><title>Codes (development)</title>
<body style="font: 1rem/1.5 sans-serif; max-width: 50rem; margin: 2rem auto">
<h1>Codes of the second factor</h1>
<p>Instead of an app on each person's telephone. A code is good for half a minute, and once.</p>
<table>${people.map(row).join('\n')}</table>
</body></html>`;
