import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Described } from './settings.js';

/** What one caller asked and what came of it. */
export interface Summary {
  readonly operations: number;
  /** Operations that did what they were asked at least once. */
  readonly succeeded: number;
  readonly cases: number;
  /** Pairs of operation and check. */
  readonly failures: number;
  /** Operations for which no requests could be made up. */
  readonly errors: number;
}

/** What is read of the report of schemathesis: one event in a line. */
interface ReportEvent {
  readonly ScenarioFinished?: {
    readonly recorder?: {
      readonly label: string;
      readonly cases?: Readonly<Record<string, { readonly value: { method: string; path: string } }>>;
      readonly checks?: Readonly<Record<string, readonly { name: string; status: string }[]>>;
      readonly interactions?: Readonly<
        Record<string, { readonly response?: { readonly status_code: number } | null }>
      >;
    };
  };
  readonly NonFatalError?: { readonly label: string };
}

/** Which operation a request was meant for; none when its method is of no operation there. */
function operationsOf({ paths }: Described): (method: string, path: string) => string | undefined {
  const forms = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, { operationId }]) => ({
      ...{ operationId, method: method.toUpperCase(), literal: !path.includes('{') },
      form: new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]*')}$`),
    })),
  );
  const ordered = [...forms.filter(({ literal }) => literal), ...forms.filter(({ literal }) => !literal)];
  return (method, path) => ordered.find((one) => one.method === method && one.form.test(path))?.operationId;
}

/** Reads the report that lies in the folder of one caller. */
export async function summaryOf(folder: string, document: Described): Promise<Summary> {
  const operationOf = operationsOf(document);
  const [operations, succeeded, failures, errors] = Array.from({ length: 4 }, () => new Set<string>());
  let cases = 0;
  const report = readdirSync(folder).find((name) => name.endsWith('.ndjson')) ?? '';
  for await (const line of createInterface({ input: createReadStream(join(folder, report)) })) {
    const { ScenarioFinished, NonFatalError } = JSON.parse(line) as ReportEvent;
    if (NonFatalError) errors?.add(NonFatalError.label);
    const { cases: made = {}, checks = {}, interactions = {} } = ScenarioFinished?.recorder ?? {};
    for (const [id, { response }] of Object.entries(interactions)) {
      const { method, path } = made[id]?.value ?? { method: '', path: '' };
      cases++;
      const operation = operationOf(method, path);
      if (operation) operations?.add(operation);
      if (operation && response && response.status_code < 400) succeeded?.add(operation);
      for (const { name, status } of checks[id] ?? [])
        if (status === 'failure') failures?.add(`${operation ?? method} ${name}`);
    }
  }
  const size = (set?: Set<string>): number => set?.size ?? 0;
  return {
    ...{ operations: size(operations), succeeded: size(succeeded), cases },
    ...{ failures: size(failures), errors: size(errors) },
  };
}
