import { EXPLAINED, FITS_OTHERS } from './explained.js';

/** What is needed of an OpenAPI document. */
export interface Operations {
  readonly paths: Readonly<Record<string, Readonly<Record<string, DescribedOperation>>>>;
}
interface DescribedOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly required?: boolean }[];
}

/** Things that exist, by the resource that a path names first: so that generated requests get past "not found". */
export interface Targets {
  readonly ids: Readonly<Record<string, readonly string[]>>;
  /** Values of parameters with one meaning everywhere. */
  readonly named: Readonly<Record<string, readonly string[]>>;
}

const quoted = (text: string): string => JSON.stringify(text);
const list = (values: readonly string[]): string => `[${values.map(quoted).join(', ')}]`;
/** Some ids must be invented and wrong as well. */
const OFTEN = 0.8;

/**
 * What one operation may answer beside what holds for all: a made-up cursor (400), neither If-Match nor If-None-Match,
 * of which one is needed (428), what does not fit (422).
 */
function ownStatuses({ operationId, parameters = [] }: DescribedOperation): readonly string[] {
  return [
    ...(parameters.some(({ name }) => name === 'cursor') ? ['400'] : []),
    ...(parameters.some(({ name, required }) => name === 'If-Match' && !required) ? ['428'] : []),
    ...(FITS_OTHERS.includes(operationId) ? ['422'] : []),
  ];
}

/** Every generated request is one of its own: the generator repeats keys such as `0`. */
export const HOOKS = `import re, uuid, schemathesis

@schemathesis.hook
def before_call(context, case, kwargs):
    key = (case.headers or {}).get("Idempotency-Key")
    if isinstance(key, str) and re.fullmatch(r"[!-~]{1,255}", key):
        case.headers["Idempotency-Key"] = str(uuid.uuid4())
`;

/** The settings of schemathesis for one caller, as TOML. */
export function settingsOf({ paths }: Operations, targets: Targets, token: string): string {
  const dictionary = (name: string, values: readonly string[]): string[] => [
    `[dictionaries.${name}]`,
    `values = ${list(values)}`,
    '',
  ];
  const binding = (where: string, name: string): string =>
    `${quoted(where)} = { dictionary = ${quoted(name)}, probability = ${OFTEN} }`;
  const allowed = EXPLAINED['positive_data_acceptance']?.statuses ?? [];
  const checks = (operation: DescribedOperation): string[] => {
    const own = ownStatuses(operation);
    return own.length === 0
      ? []
      : [
          '[[operations]]',
          `include-operation-id = ${quoted(operation.operationId)}`,
          '[operations.checks.positive_data_acceptance]',
          `expected-statuses = ${list([...allowed, ...own])}`,
          '',
        ];
  };
  const operation = (path: string): string[] => {
    const resource = path.split('/')[2] ?? '';
    const parameters = [...path.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
    const bound = parameters.flatMap((name) => {
      if (name in targets.named) return [binding(`path.${name}`, name)];
      if (name === 'id' && resource in targets.ids) return [binding('path.id', `of-${resource}`)];
      return [];
    });
    return bound.length === 0
      ? []
      : ['[[operations]]', `include-path = ${quoted(path)}`, '[operations.parameters]', ...bound, ''];
  };
  return [
    'hooks = "hooks.py"',
    '[auth.openapi.bearer]',
    `bearer = ${quoted(token)}`,
    '',
    ...Object.entries(targets.ids).flatMap(([name, values]) => dictionary(`of-${name}`, values)),
    ...Object.entries(targets.named).flatMap(([name, values]) => dictionary(name, values)),
    ...Object.entries(EXPLAINED).flatMap(([check, { statuses, why }]) => [
      `# ${why}`,
      `[checks.${check}]`,
      `expected-statuses = ${list(statuses)}`,
      '',
    ]),
    ...Object.keys(paths).flatMap(operation),
    ...Object.values(paths).flatMap((item) => Object.values(item).flatMap(checks)),
  ].join('\n');
}
