import { previewChecklist, type SchemeChecklistView } from '#client';
import { CONTENT_CLAIMS, INPUT_CATEGORIES } from '#domain';
import { Group, List, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { told } from '../../server/told.js';
import { Fold } from '../../ui/fold.js';
import { FilterBox } from '../../ui/filter-box.js';
import { useFilters, type Filter } from '../../ui/filters.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { latinDigits } from '../../words/digits.js';
import { capitalised, useLanguage, useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { Choice, useChoice } from '../choice.js';
import { useCountry } from '../country.js';
import { useGoods } from '../goods.js';
import { PreviewTerms } from './preview-terms.js';
import type { Version } from './version-data.js';

const COUNT = /^\d{1,6}$/;
const ISIC = /^\d{4}$/;
const MARKETS = ['EU', 'GB', 'US', 'CA', 'JP', 'KR', 'CN', 'AU'] as const;
const LANGUAGES = ['en', 'km', 'zh'] as const;
const PROFILES = ['core', 'full'] as const;
const CATEGORIES = INPUT_CATEGORIES.map(({ code }) => code);

type Query = Parameters<typeof previewChecklist>[0]['query'];

/** What an imagined site is like, of which the preview asks. */
function useSiteFilters(): readonly Filter[] {
  const say = useSay();
  const country = useCountry();
  const count = (name: string): Filter => ({
    name,
    label: say(`office.schemes.site.${name}`),
    form: COUNT,
    wrong: say('office.schemes.site.no-count'),
    clean: latinDigits,
  });
  return [
    {
      name: 'endMarkets',
      label: say('office.schemes.site.market'),
      options: MARKETS.map((value) => ({ value, label: country(value) })),
    },
    count('workers'),
    count('womenWorkers'),
    {
      name: 'isic',
      label: say('office.schemes.site.isic'),
      form: ISIC,
      wrong: say('office.schemes.site.no-isic'),
      clean: latinDigits,
    },
    {
      name: 'claims',
      label: say('office.schemes.site.claims'),
      options: CONTENT_CLAIMS.map((value) => ({ value, label: say(`office.schemes.claim.${value}`) })),
    },
  ];
}

/** The checklist as an auditor would be asked it at a site that somebody describes. */
export function Preview({ of }: { readonly of: Version }) {
  const say = useSay();
  const own = useLanguage();
  const filters = useSiteFilters();
  const { category: called } = useGoods();
  const category = useChoice('category', CATEGORIES, 'TRIMS');
  const profile = useChoice('profile', PROFILES, 'full');
  const language = useChoice('language', LANGUAGES, own);
  const query = { category, profile, language, ...useFilters(filters) } as unknown as Query;
  const { data, error, isPending } = useQuery({
    queryKey: ['schemes', of.schemeId, of.id, 'preview', of.revision, query],
    queryFn: () => told(previewChecklist({ path: { id: of.schemeId, versionId: of.id }, query })),
  });
  const sections = of.content.checklist.sections.map((section) => ({
    ...section,
    items: data?.items.filter((item) => item.section === section.code) ?? [],
  }));
  return (
    <Stack>
      <Text>{say('office.schemes.preview.what')}</Text>
      <Group gap="sm" align="flex-start">
        <Choice
          name="category"
          label={say('office.filter.category')}
          value={category}
          options={CATEGORIES.map((value) => ({ value, label: called(value) }))}
        />
        <Choice
          name="profile"
          label={say('office.schemes.site.profile')}
          value={profile}
          options={PROFILES.map((value) => ({ value, label: say(`office.schemes.profile.${value}`) }))}
        />
        <Choice
          name="language"
          label={say('office.schemes.site.language')}
          value={language}
          options={LANGUAGES.map((value) => ({ value, label: say(`office.language.${value}`) }))}
        />
      </Group>
      <FilterBox filters={filters} />
      <PreviewTerms of={of} category={category} />
      {isPending && <Loading />}
      {error && <ProblemText error={error} />}
      {data && (
        <Text fw={600} role="status">
          {say('office.schemes.preview.count', { count: data.items.length })}
        </Text>
      )}
      {sections
        .filter(({ items }) => items.length > 0)
        .map(({ code, title, items }) => (
          <Section key={code} id={code} title={`${code} · ${title}`}>
            <ul className="plain-list">
              {items.map((item) => (
                <li key={item.id}>
                  <Asked of={item} />
                </li>
              ))}
            </ul>
          </Section>
        ))}
    </Stack>
  );
}

function Asked({ of }: { readonly of: SchemeChecklistView['items'][number] }) {
  const say = useSay();
  const sayCode = useSayCode();
  return (
    <Paper withBorder p="sm">
      <Stack gap={4}>
        <Text size="sm" className="office-quiet">
          {[
            of.id,
            of.informative
              ? say('office.schemes.information')
              : capitalised(sayCode('names.severity', of.severity)),
            of.safeguarding && say('office.schemes.child-first'),
            of.draft && say('office.schemes.words.unreviewed'),
          ]
            .filter(Boolean)
            .join(' · ')}
        </Text>
        <Text fw={600} lang={of.language}>
          {of.question}
        </Text>
        <Fold title={say('office.schemes.guidance')}>
          <div lang={of.language}>
            <Text className="office-lines">{of.guidance}</Text>
            <List>
              {of.evidence.map((one) => (
                <List.Item key={one}>{one}</List.Item>
              ))}
            </List>
          </div>
        </Fold>
      </Stack>
    </Paper>
  );
}
