import { listSites, type SiteView } from '#client';
import type { InputCategory } from '#domain';
import { Button, Checkbox, Group, NativeSelect, Paper, Radio, Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useMe } from '../../server/me.js';
import { told } from '../../server/told.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay } from '../../words/words.js';
import { CategoryChoice } from './category-choice.js';
import { openSchemesQuery } from './schemes.js';
import { SiteForm } from './site-form.js';
import { useOpen } from './use-open.js';
import { usePrefill } from './prefill.js';
import '../apply/apply.css';
import '../supplier.css';

/** Where finished goods go: some questions are asked for some markets only. */
const MARKETS = ['EU', 'US', 'GB', 'JP', 'CA', 'AU', 'KR', 'CN'];
const ANOTHER = 'another';

const sitesQuery = (supplierId: string) => ({
  queryKey: ['sites', supplierId],
  queryFn: async () => (await told(listSites({ path: { supplierId }, query: { limit: 200 } }))).items,
});

/** The beginning of an application: what is made, where, and for which markets. */
export function Start() {
  const say = useSay();
  const navigate = useNavigate();
  const { organisation } = useMe();
  const sites = useQuery(sitesQuery(organisation.id));
  const { data: schemes } = useSuspenseQuery(openSchemesQuery);
  const [category, setCategory] = useState<InputCategory>();
  const [site, setSite] = useState<string>();
  const [markets, setMarkets] = useState<readonly string[]>([]);
  const [versionId, setVersionId] = useState(schemes[0]?.versionId);
  const open = useOpen();
  const prefill = usePrefill();
  const ready = category && site && site !== ANOTHER && versionId;
  const begin = () => {
    if (!ready) return;
    const body = {
      supplierId: organisation.id,
      siteId: site,
      category,
      schemeVersionId: versionId,
      endMarkets: [...markets],
    };
    const onSuccess = async (id: string) => {
      await prefill(
        id,
        sites.data?.find((one) => one.id === site),
      );
      await navigate({ to: '/qualifications/$id/apply', params: { id } });
    };
    open.mutate(body, { onSuccess: (id) => void onSuccess(id) });
  };
  if (sites.isPending) return <Loading />;
  return (
    <Stack gap="lg">
      <Stack gap="xs">
        <Title order={1}>{say('supplier.start.title')}</Title>
        <Text>{say('supplier.start.hint')}</Text>
      </Stack>
      <CategoryChoice value={category} onChange={setCategory} />
      <Sites sites={sites.data ?? []} value={site} onChange={setSite} />
      {site === ANOTHER && <SiteForm supplierId={organisation.id} onCreated={({ id }) => setSite(id)} />}
      {schemes.length > 1 && (
        <NativeSelect
          label={say('supplier.start.scheme')}
          value={versionId}
          onChange={({ target }) => setVersionId(target.value)}
          data={schemes.map((scheme) => ({
            value: scheme.versionId,
            label: `${scheme.name} ${scheme.version}`,
          }))}
        />
      )}
      <Checkbox.Group
        label={say('supplier.start.markets')}
        description={say('supplier.start.markets-hint')}
        value={[...markets]}
        onChange={setMarkets}
      >
        <Group gap="0 1.5rem" mt="xs">
          {MARKETS.map((code) => (
            <Checkbox key={code} value={code} label={say(`supplier.market.${code}`)} className="big-tick" />
          ))}
        </Group>
      </Checkbox.Group>
      {schemes.length === 0 && <Text role="alert">{say('supplier.start.no-scheme')}</Text>}
      {open.error && <ProblemText error={open.error} />}
      <Group>
        <Button size="md" disabled={!ready} loading={open.isPending} onClick={begin}>
          {say('supplier.start.go')}
        </Button>
      </Group>
    </Stack>
  );
}

interface SitesProps {
  readonly sites: readonly SiteView[];
  readonly value: string | undefined;
  readonly onChange: (id: string) => void;
}
function Sites({ sites, value, onChange }: SitesProps) {
  const say = useSay();
  return (
    <Radio.Group label={say('supplier.start.site')} value={value ?? null} onChange={onChange}>
      <Stack gap="xs" mt="xs">
        {sites.map(({ id, name, address }) => (
          <Paper key={id} withBorder px="md">
            <Radio value={id} label={`${name} · ${address}`} className="big-tick" />
          </Paper>
        ))}
        <Paper withBorder px="md">
          <Radio value={ANOTHER} label={say('supplier.start.another-site')} className="big-tick" />
        </Paper>
      </Stack>
    </Radio.Group>
  );
}
