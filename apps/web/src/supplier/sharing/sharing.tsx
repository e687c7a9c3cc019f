import { listQualifications, type QualificationSummary } from '#client';
import { Anchor, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { Download } from 'lucide-react';
import { useMe } from '../../server/me.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { useList } from '../../ui/pages.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { Accesses } from './accesses.js';
import { Consents } from './consents.js';
import { PublicCheck } from '../public-check.js';
import '../supplier.css';

const nameOf = (
  say: ReturnType<typeof useSay>,
  { category, site, caseNumber }: QualificationSummary,
): string => [say(`supplier.category.${category}`), site.name, caseNumber].filter(Boolean).join(' · ');

/** Who may see what of a firm, who looked, and a copy of everything that is kept. */
export function Sharing() {
  const say = useSay();
  const navigate = useNavigate();
  const { organisation } = useMe();
  const search: { readonly case?: string } = useSearch({ strict: false });
  const list = useList<QualificationSummary>(['cases'], (cursor) =>
    listQualifications({ query: { cursor } }),
  );
  const chosen = list.items.find(({ id }) => id === search.case) ?? list.items[0];
  if (list.isPending) return <Loading />;
  return (
    <Stack>
      <Stack gap="xs">
        <Title order={1}>{say('supplier.sharing.title')}</Title>
        <Text>{say('supplier.sharing.hint')}</Text>
      </Stack>
      {!chosen && <Empty text={say('supplier.sharing.empty')} />}
      {list.items.length > 1 && (
        <NativeSelect
          label={say('supplier.sharing.case')}
          value={chosen?.id}
          onChange={({ target }) => void navigate({ to: '.', search: { case: target.value } as never })}
          data={list.items.map((one) => ({ value: one.id, label: nameOf(say, one) }))}
        />
      )}
      {chosen && (
        <>
          <Consents key={chosen.id} caseId={chosen.id} />
          {chosen.stage === 'qualified' && <PublicCheck caseId={chosen.id} />}
          <Accesses caseId={chosen.id} />
        </>
      )}
      <Section id="export" title={say('supplier.export.title')}>
        <Text>{say('supplier.export.hint')}</Text>
        <Anchor href={`/v1/suppliers/${organisation.id}/export`} download className="way">
          <Download aria-hidden size={18} /> {say('supplier.export.download')}
        </Anchor>
      </Section>
    </Stack>
  );
}
