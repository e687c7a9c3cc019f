import { importSchemeVersion, type SchemeFile, type SchemeVersionView } from '#client';
import { Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useId } from 'react';
import { Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';
import { Fold } from '../../ui/fold.js';
import { useSay } from '../../words/words.js';
import { FileProblems } from './problems.js';

/** What a file of a scheme says. @throws Problem when it is none */
async function read(file: File): Promise<SchemeFile> {
  const text = await file.text();
  try {
    return JSON.parse(text) as SchemeFile;
  } catch {
    throw new Problem('no-scheme-file', 422);
  }
}

/** A draft from a file, as versions are downloaded: what this page has no fields for is written in it. */
export function FromFile({ schemeId }: { readonly schemeId: string }) {
  const say = useSay();
  const navigate = useNavigate();
  const id = useId();
  const load = useMutation<SchemeVersionView, Problem, File>({
    mutationFn: async (file) =>
      told(
        importSchemeVersion({
          path: { id: schemeId },
          body: await read(file),
          headers: { 'Idempotency-Key': crypto.randomUUID() },
        }),
      ),
    onSuccess: (version) =>
      void navigate({
        to: '/schemes/$schemeId/$versionId',
        params: { schemeId, versionId: version.id },
      }),
  });
  return (
    <Fold title={say('office.schemes.from-file')}>
      <Stack gap="sm">
        <Text size="sm">{say('office.schemes.from-file.what')}</Text>
        <label htmlFor={id} className="office-file">
          {say('office.schemes.from-file.choose')}
        </label>
        <input
          id={id}
          type="file"
          accept="application/json,.json"
          className="office-file-input"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            target.value = '';
            if (file) load.mutate(file);
          }}
        />
        {load.error && <FileProblems error={load.error} />}
      </Stack>
    </Fold>
  );
}
