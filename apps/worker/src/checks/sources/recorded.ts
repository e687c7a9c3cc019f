import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CertificateAnswer, RegisterAnswer } from '#domain';
import { z } from 'zod';
import { BY_HAND, type Asked, type Sources } from './sources.js';

const heading = { source: z.string().min(1), version: z.string().min(1), retrievedAt: z.iso.datetime() };
const Registry = z.strictObject({
  ...heading,
  entries: z.record(
    z.string(),
    z.strictObject({
      status: z.enum(['active', 'struck-off', 'dissolved', 'unknown']),
      names: z.array(z.string().min(1)).min(1),
    }),
  ),
});
const Certificates = z.strictObject({
  ...heading,
  /** By `SCHEME number`. */
  entries: z.record(
    z.string(),
    z.strictObject({
      status: z.enum(['valid', 'suspended', 'withdrawn', 'expired']),
      validTo: z.iso.date().optional(),
    }),
  ),
});
interface Recording<Entry> {
  readonly source: string;
  readonly version: string;
  readonly retrievedAt: string;
  readonly entries: Readonly<Record<string, Entry>>;
}

/** Undefined when there is no such file; one that cannot be read is an error, and so is the check. */
async function recordingIn<S extends z.ZodType>(path: string, shape: S): Promise<z.infer<S> | undefined> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  });
  return text === undefined ? undefined : shape.parse(JSON.parse(text));
}

/** As the function does it, but whoever asks while it is being read gets the same. */
function shared<T>(read: () => Promise<T>): () => Promise<T> {
  let reading: Promise<T> | undefined;
  return () =>
    (reading ??= read().finally(() => {
      reading = undefined;
    }));
}

const blank = (text: string): string => text.trim().replace(/\s+/g, ' ').toUpperCase();
function entryOf<Entry>(recording: Recording<Entry>, key: string): Entry | undefined {
  const found = Object.entries(recording.entries).find(([name]) => blank(name) === blank(key));
  return found?.[1];
}
const asked = <Answer>(recording: Recording<unknown>, answer: Answer): Asked<Answer> => ({
  answer,
  source: recording.source,
  sourceVersion: `${recording.version}@${recording.retrievedAt}`,
});

/**
 * Answers that were recorded before: `business-registry.json` and `certificates.json` in one folder, each with its source,
 * version and when it was retrieved. They are read when asked, once for all who ask at once, so a newer recording counts from then on. A register that
 * nobody recorded is looked up by hand.
 */
export function recordedSources(dir: string): Sources {
  const registryNow = shared(() => recordingIn(join(dir, 'business-registry.json'), Registry));
  const certificatesNow = shared(() => recordingIn(join(dir, 'certificates.json'), Certificates));
  return {
    registry: {
      lookUp: async (number): Promise<Asked<RegisterAnswer>> => {
        const recording = await registryNow();
        if (!recording) return BY_HAND.registry.lookUp(number);
        const entry = entryOf(recording, number);
        return asked<RegisterAnswer>(recording, entry ? { kind: 'entry', entry } : { kind: 'unknown' });
      },
    },
    certificates: {
      lookUp: async (scheme, number): Promise<Asked<CertificateAnswer>> => {
        const recording = await certificatesNow();
        if (!recording) return BY_HAND.certificates.lookUp(scheme, number);
        const entry = entryOf(recording, `${scheme} ${number}`);
        if (!entry) return asked<CertificateAnswer>(recording, { kind: 'unknown' });
        const { status, validTo } = entry;
        return asked<CertificateAnswer>(recording, { kind: 'entry', status, ...(validTo && { validTo }) });
      },
    },
  };
}

/** As the environment says: recorded answers of this folder, or nobody to ask. */
export const sourcesOf = (dir: string | undefined): Sources => (dir ? recordedSources(dir) : BY_HAND);
