/** Somebody who can be picked at the sign-in: `subject` is who they are to the provider. */
export interface Pick {
  readonly subject: string;
  readonly name: string;
  readonly role: string;
  readonly organisation: string;
  /** The `otpauth:` address of the app that makes their codes, where one was set up for them. */
  readonly authenticator?: string;
}

const ESCAPED: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
export const escape = (text: string): string => text.replace(/[&<>"]/g, (sign) => ESCAPED[sign] ?? sign);

const button = ({ subject, name, role, organisation }: Pick): string =>
  `<p><button name="subject" value="${escape(subject)}">${escape(name)}</button> ${escape(role)}, ${escape(organisation)}</p>`;

/** A page without passwords on which one picks who one is. `action` is where the choice goes. */
export const loginPage = (action: string, people: readonly Pick[]): string => `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Sign in (development)</title>
<body style="font: 1rem/1.5 sans-serif; max-width: 40rem; margin: 2rem auto">
<h1>Who are you?</h1>
<p>This sign-in is for development: whoever can open it is whoever they say.</p>
<form method="post" action="${escape(action)}">${people.map(button).join('\n')}</form>
<form method="post" action="${escape(action)}">
<p><label>Somebody else's subject <input name="subject" required></label> <button>Sign in</button></p></form>
</body></html>`;
