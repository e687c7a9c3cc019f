import { temporal } from '@temporalio/proto';

/** Every payload inside: decoded, with the JSON in it as text. */
export function decodedText(found: unknown): string {
  const seen: string[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') seen.push(value);
    else if (value instanceof Uint8Array) seen.push(Buffer.from(value).toString('utf8'));
    else if (Array.isArray(value)) value.forEach(visit);
    else if (typeof value === 'object' && value !== null) {
      for (const [key, inner] of Object.entries(value)) {
        // In recorded JSON, the bytes of a payload are base64.
        if (typeof inner === 'string' && key === 'data')
          seen.push(Buffer.from(inner, 'base64').toString('utf8'));
        visit(inner);
      }
    }
  };
  visit(found);
  return seen.join('\n');
}

type History = temporal.api.history.v1.IHistory;

/** Fields that name a machine or a process: the same everywhere once recorded. */
const MACHINE_FIELDS = new Set(['identity', 'workerInstanceKey', 'workerControlTaskQueue']);

/** A history as it is recorded: without the names of the machines it was made on. */
export function withoutMachines(history: History): History {
  const visit = (value: unknown): void => {
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return;
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner === 'string' && MACHINE_FIELDS.has(key)) Object.assign(value, { [key]: 'recorded' });
      else visit(inner);
    }
    const queue = value as { name?: unknown; normalName?: unknown };
    if (typeof queue.normalName === 'string' && queue.normalName !== '') queue.name = 'sticky';
  };
  visit(history);
  return history;
}
