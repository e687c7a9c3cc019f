/** The more special names first: Edge also says Chrome, Chrome also says Safari. */
const BROWSERS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Opera', /OPR\//],
  ['Firefox', /(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|CriOS)\//],
  ['Safari', /Safari\//],
];
const SYSTEMS: readonly (readonly [name: string, sign: RegExp])[] = [
  ['Android', /Android/],
  ['iOS', /iPhone|iPad/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['Linux', /Linux/],
];
const nameIn = (list: typeof BROWSERS, text: string): string | undefined =>
  list.find(([, sign]) => sign.test(text))?.[0];

/** `Firefox on Android`: all that is kept of a `User-Agent`. */
export function browserFamily(userAgent = ''): string {
  const text = userAgent.slice(0, 500);
  const browser = nameIn(BROWSERS, text) ?? 'Another program';
  const system = nameIn(SYSTEMS, text);
  return system ? `${browser} on ${system}` : browser;
}
