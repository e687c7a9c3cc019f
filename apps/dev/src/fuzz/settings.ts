import { EXPLAINED, EXPLAINED_OF, type Check } from './explained.js';

/** What is needed of an OpenAPI document. */
export interface Described {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
  readonly components: { readonly securitySchemes: { readonly session: { readonly name: string } } };
}
interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly required?: boolean }[];
}

/** Things that exist, so that generated requests get past "not found". */
export interface Targets {
  /** Values of `{id}`, by the resource that a path names first. */
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Values of parameters with one meaning everywhere. */
  readonly named: Readonly<Record<string, readonly string[]>>;
  /** Values of headers, fields of bodies and single parameters, by operation: `body.siteId`. They go before the others. */
  readonly within: Readonly<Record<string, Readonly<Record<string, readonly string[]>>>>;
}
/** With what a caller says who it is: a token, or the cookie of a session. */
export type Credential =
  { readonly kind: 'bearer'; readonly token: string } | { readonly kind: 'session'; readonly cookie: string };

const quoted = (text: string): string => JSON.stringify(text);
const list = (values: readonly string[]): string => `[${values.map(quoted).join(', ')}]`;
/** Some ids must be invented and wrong as well. */
const OFTEN = 0.8;
const CHECKS = Object.keys(EXPLAINED) as Check[];

/**
 * What an operation may answer by its parameters: a made-up cursor (400), neither If-Match nor If-None-Match, of which
 * one is needed (428).
 */
const byParameters = ({ parameters = [] }: DescribedOperation): readonly string[] => [
  ...(parameters.some(({ name }) => ['cursor', 'after', 'Last-Event-ID'].includes(name)) ? ['400'] : []),
  ...(parameters.some(({ name, required }) => name === 'If-Match' && !required) ? ['428'] : []),
];

/** Statuses that one check lets pass at one operation, with the reasons, as TOML. */
function checkOf(operation: DescribedOperation, check: Check): readonly string[] {
  const own = EXPLAINED_OF[operation.operationId]?.[check];
  const more = [
    ...(check === 'positive_data_acceptance' ? byParameters(operation) : []),
    ...(own?.statuses ?? []),
  ];
  if (more.length === 0) return [];
  const statuses = [...EXPLAINED[check].statuses, ...more];
  return [
    ...(own ? [`# ${own.why}`] : []),
    `[operations.checks.${check}]`,
    `expected-statuses = ${list(statuses)}`,
  ];
}

/** Dictionaries of things that exist, by their name in the settings. */
const dictionaries = ({ ids, named, within }: Targets): Readonly<Record<string, readonly string[]>> => ({
  ...Object.fromEntries(Object.entries(ids).map(([resource, values]) => [`of-${resource}`, values])),
  ...named,
  ...Object.fromEntries(
    Object.entries(within).flatMap(([operation, places]) =>
      Object.entries(places).map(([place, values]) => [`${operation}-${place.replace(/\W/g, '-')}`, values]),
    ),
  ),
});

/** Which parameter, header or field of an operation is taken from which dictionary. */
function bindings(path: string, operationId: string, { ids, named, within }: Targets): readonly string[] {
  const bind = (where: string, name: string): string =>
    `${quoted(where)} = { dictionary = ${quoted(name)}, probability = ${OFTEN} }`;
  const resource = path.split('/')[2] ?? '';
  const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  const own = within[operationId] ?? {};
  return [
    ...parameters.flatMap((name) => {
      if (`path.${name}` in own) return [];
      if (name in named) return [bind(`path.${name}`, name)];
      return name === 'id' && resource in ids ? [bind('path.id', `of-${resource}`)] : [];
    }),
    ...Object.keys(own).map((place) => bind(place, `${operationId}-${place.replace(/\W/g, '-')}`)),
  ];
}

/** Answers without an end are not asked for: the fuzzer would wait for it. A spec of its own reads them. */
const ENDLESS: readonly string[] = ['streamEvents'];

/** All that is set for one operation, as TOML; nothing when there is nothing to set. */
function ofOperation(path: string, operation: DescribedOperation, targets: Targets): readonly string[] {
  const bound = bindings(path, operation.operationId, targets);
  const settings = [
    ...(ENDLESS.includes(operation.operationId) ? ['enabled = false'] : []),
    ...(bound.length > 0 ? ['[operations.parameters]', ...bound] : []),
    ...CHECKS.flatMap((check) => checkOf(operation, check)),
  ];
  if (settings.length === 0) return [];
  return ['[[operations]]', `include-operation-id = ${quoted(operation.operationId)}`, ...settings, ''];
}

/** The settings of schemathesis for one caller, as TOML. */
export function settingsOf({ paths }: Described, targets: Targets, credential: Credential): string {
  return [
    'hooks = "hooks.py"',
    // What a browser says of a page of ours; nobody else needs it.
    'headers = { Sec-Fetch-Site = "same-origin" }',
    ...(credential.kind === 'bearer'
      ? ['[auth.openapi.bearer]', `bearer = ${quoted(credential.token)}`]
      : ['[auth.openapi.session]', `api_key = ${quoted(credential.cookie)}`]),
    '',
    ...Object.entries(dictionaries(targets)).flatMap(([name, values]) => [
      `[dictionaries.${quoted(name)}]`,
      `values = ${list(values)}`,
      '',
    ]),
    ...CHECKS.flatMap((check) => [
      `# ${EXPLAINED[check].why}`,
      `[checks.${check}]`,
      `expected-statuses = ${list(EXPLAINED[check].statuses)}`,
      '',
    ]),
    ...Object.entries(paths).flatMap(([path, item]) =>
      Object.values(item).flatMap((operation) => ofOperation(path, operation, targets)),
    ),
  ].join('\n');
}
