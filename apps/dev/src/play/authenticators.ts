import { ApiProblem } from './api-client.js';
import { Browser } from './browser.js';

/** `otpauth:` addresses of authenticator apps by person, as an app keeps them. */
export type Authenticators = Readonly<Record<string, string>>;

/** Sets up a second factor as one does at one's first sign-in; undefined for somebody who has one of their own. */
async function setUp(apiUrl: string, personId: string): Promise<string | undefined> {
  const browser = new Browser(apiUrl);
  await browser.signIn(personId);
  try {
    return (await browser.setUpSecondFactor()).toString();
  } catch (error) {
    if (error instanceof ApiProblem && error.status === 409) return undefined;
    throw error;
  }
}

/** The apps that were kept, and new ones of those who have none yet. */
export async function authenticatorsOf(
  apiUrl: string,
  personIds: readonly string[],
  kept: Authenticators,
): Promise<Authenticators> {
  const all: Record<string, string> = { ...kept };
  for (const personId of personIds.filter((one) => !kept[one])) {
    const address = await setUp(apiUrl, personId);
    if (address) all[personId] = address;
  }
  return all;
}
