import { createReadStream, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

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

/** Reads the report that lies in the folder of one caller. */
export async function summaryOf(folder: string): Promise<Summary> {
  const [operations, succeeded, failures, errors] = Array.from({ length: 4 }, () => new Set<string>());
  let cases = 0;
  const report = readdirSync(folder).find((name) => name.endsWith('.ndjson')) ?? '';
  for await (const line of createInterface({ input: createReadStream(join(folder, report)) })) {
    const { ScenarioFinished, NonFatalError } = JSON.parse(line) as ReportEvent;
    if (NonFatalError) errors?.add(NonFatalError.label);
    const { cases: made = {}, checks = {}, interactions = {} } = ScenarioFinished?.recorder ?? {};
    for (const [id, { response }] of Object.entries(interactions)) {
      const { method, path } = made[id]?.value ?? { method: '', path: '' };
      const operation = `${method} ${path}`;
      cases++;
      operations?.add(operation);
      if (response && response.status_code < 400) succeeded?.add(operation);
      for (const { name, status } of checks[id] ?? [])
        if (status === 'failure') failures?.add(`${operation} ${name}`);
    }
  }
  const size = (set?: Set<string>): number => set?.size ?? 0;
  return {
    ...{ operations: size(operations), succeeded: size(succeeded), cases },
    ...{ failures: size(failures), errors: size(errors) },
  };
}
