import { getResponse, type CorrectiveActionResponse, type QualificationView } from '#client';
import { ACTION_OWNERS } from '#domain';
import { NativeSelect, Stack, Text, Textarea } from '@mantine/core';
import { useQueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useFact } from '../../offline/use-fact.js';
import { told } from '../../server/told.js';
import { AskButton } from '../../ui/ask-button.js';
import { useDocuments } from '../../ui/documents.js';
import { Loading } from '../../ui/loading.js';
import { PhotoUpload } from '../../ui/photo-upload.js';
import { Conflict, SavedMark } from '../../ui/saved.js';
import { useForms } from '../../words/forms.js';
import { useSay } from '../../words/words.js';
import { withoutEmpty } from '../apply/content.js';

const TEXTS = ['rootCause', 'action'] as const;
const NEEDED = ['rootCause', 'action', 'owner', 'evidence'] as const;

interface ResponseFormProps {
  readonly of: QualificationView;
  readonly actionId: string;
}

/** What the supplier does about a finding, with photos that prove it; it saves itself and is handed in when it is whole. */
export function ResponseForm({ of, actionId }: ResponseFormProps) {
  const say = useSay();
  const { list } = useForms();
  const { content, write, fact } = useResponse(of.id, actionId);
  if (!fact.ready) return <Loading />;
  const missing = NEEDED.filter((name) => {
    const value = content[name];
    return !value || value.length === 0;
  });
  return (
    <Stack>
      <Conflict saved={fact.saved} mine={content} show={(value) => value.action} forget={fact.forget} />
      {TEXTS.map((name) => (
        <Textarea
          key={name}
          label={say(`supplier.response.${name}`)}
          description={say(`supplier.response-hint.${name}`)}
          maxLength={4000}
          value={content[name] ?? ''}
          onChange={({ target }) => write({ [name]: target.value })}
          onBlur={fact.keep}
        />
      ))}
      <NativeSelect
        label={say('supplier.response.owner')}
        value={content.owner ?? ''}
        onChange={({ target }) =>
          write({ owner: (target.value || undefined) as CorrectiveActionResponse['owner'] })
        }
        data={[
          { value: '', label: say('supplier.choose') },
          ...ACTION_OWNERS.map((code) => ({ value: code, label: say(`supplier.action-owner.${code}`) })),
        ]}
      />
      <PhotoUpload
        place={{ caseId: of.id, target: 'corrective-action', item: actionId }}
        label={say('supplier.response.evidence')}
        hint={say('supplier.response-hint.evidence')}
      />
      <SavedMark saved={fact.saved} />
      {missing.length > 0 ? (
        <Text size="sm">
          {say('supplier.response.missing', {
            fields: list(missing.map((name) => say(`supplier.response.${name}`))),
          })}
        </Text>
      ) : (
        fact.saved.state === 'received' && (
          <AskButton
            of={of}
            command={{ type: 'submit-corrective-action', correctiveActionId: actionId }}
            subject={{ correctiveActionId: actionId }}
          >
            {say('supplier.response.submit')}
          </AskButton>
        )
      )}
    </Stack>
  );
}

/** The answer to a finding. Photos that were received for it belong to it by themselves. */
function useResponse(caseId: string, actionId: string) {
  const queries = useQueryClient();
  const path = { id: caseId, actionId };
  const { data: read } = useSuspenseQuery({
    queryKey: ['case', caseId, 'response', actionId],
    queryFn: async () => (await told(getResponse({ path }))).items[0] ?? null,
  });
  const place = {
    ...{ name: `response/${caseId}/${actionId}`, caseId, method: 'PUT' as const },
    url: `/v1/qualifications/${caseId}/corrective-actions/${encodeURIComponent(actionId)}/response`,
  };
  const stood = {
    content: (read?.content ?? {}) as CorrectiveActionResponse,
    etag: read ? `"${read.version}"` : null,
  };
  const fact = useFact<CorrectiveActionResponse>(place, stood);
  const content = fact.value;
  const write = (change: CorrectiveActionResponse) => fact.change(withoutEmpty({ ...content, ...change }));

  const { items } = useDocuments({ caseId, target: 'corrective-action', item: actionId });
  const photos = items.filter(({ status }) => status !== 'refused').map(({ id }) => id);
  const known = content.evidence ?? [];
  const changed =
    photos.some((id) => !known.includes(id)) || known.some((id) => items.length > 0 && !photos.includes(id));
  useEffect(() => {
    if (fact.ready && changed) write({ evidence: photos });
  }, [fact.ready, changed, photos.join(' ')]);
  // What may be asked next has changed with it.
  useEffect(() => {
    if (fact.saved.state === 'received')
      void queries.invalidateQueries({ queryKey: ['case', caseId, 'view'] });
  }, [fact.saved.state, fact.saved.at, queries, caseId]);
  return { content, write, fact };
}
