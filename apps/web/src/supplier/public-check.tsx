import { getPublicConsent, setPublicConsent, withdrawPublicConsent, type PublicConsentView } from '#client';
import { PUBLIC_SECTIONS } from '#domain';
import { Anchor, Button, Checkbox, CopyButton, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Problem } from '../server/problem.js';
import { told } from '../server/told.js';
import { ProblemText } from '../ui/problem-text.js';
import { SureButton } from '../ui/sure-button.js';
import { useSay } from '../words/words.js';
import { Section } from '../ui/section.js';

type PublicSection = PublicConsentView['sections'][number];

const consentQuery = (id: string) => ({
  queryKey: ['case', id, 'public-consent'],
  queryFn: () => told(getPublicConsent({ path: { id } })),
});

/** A link and a code by which everybody can check the qualification, when its owner wants that. */
export function PublicCheck({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const { data } = useQuery(consentQuery(caseId));
  if (!data) return null;
  return (
    <Section id="public" title={say('supplier.public.title')}>
      <Text>{say('supplier.public.hint')}</Text>
      {data.inForce ? <Link caseId={caseId} of={data} /> : <Choose caseId={caseId} of={data} />}
    </Section>
  );
}

interface PublicProps {
  readonly caseId: string;
  readonly of: PublicConsentView;
}
function Link({ caseId, of: { address } }: PublicProps) {
  const say = useSay();
  const queries = useQueryClient();
  const withdraw = useMutation<unknown, Problem>({
    mutationFn: () => told(withdrawPublicConsent({ path: { id: caseId } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: consentQuery(caseId).queryKey }),
  });
  return (
    <Stack gap="xs">
      {address && (
        <>
          <img
            src={`/v1/qualifications/${caseId}/public-consent/qr`}
            alt={say('supplier.public.qr', { address })}
            className="qr"
          />
          <Anchor href={address} target="_blank" rel="noreferrer">
            {address}
          </Anchor>
          <CopyButton value={address}>
            {({ copied, copy }) => (
              <Group>
                <Button variant="default" onClick={copy}>
                  {say(copied ? 'supplier.public.copied' : 'supplier.public.copy')}
                </Button>
              </Group>
            )}
          </CopyButton>
        </>
      )}
      <Group>
        <SureButton
          variant="light"
          color="red"
          question={say('supplier.public.withdraw-question')}
          loading={withdraw.isPending}
          onYes={() => withdraw.mutate()}
        >
          {say('supplier.public.withdraw')}
        </SureButton>
      </Group>
      {withdraw.error && <ProblemText error={withdraw.error} />}
    </Stack>
  );
}

function Choose({ caseId, of }: PublicProps) {
  const say = useSay();
  const queries = useQueryClient();
  const [sections, setSections] = useState<readonly string[]>(PUBLIC_SECTIONS);
  const give = useMutation<unknown, Problem>({
    mutationFn: () => {
      const headers =
        of.version === 0 ? { 'If-None-Match': '*' as const } : { 'If-Match': `"${of.version}"` };
      return told(
        setPublicConsent({ path: { id: caseId }, body: { sections: sections as PublicSection[] }, headers }),
      );
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: consentQuery(caseId).queryKey }),
  });
  return (
    <Stack gap="xs">
      <Checkbox.Group label={say('supplier.public.also')} value={[...sections]} onChange={setSections}>
        {PUBLIC_SECTIONS.map((code) => (
          <Checkbox
            key={code}
            value={code}
            label={say(`supplier.public-section.${code}`)}
            className="big-tick"
          />
        ))}
      </Checkbox.Group>
      <Group>
        <Button loading={give.isPending} onClick={() => give.mutate()}>
          {say('supplier.public.give')}
        </Button>
      </Group>
      {give.error && <ProblemText error={give.error} />}
    </Stack>
  );
}
