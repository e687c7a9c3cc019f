import { compareSchemeVersions, type SchemeChanges, type SchemeVersionSummary } from '#client';
import type { SchemeContent } from '#domain';
import { Stack, Text, Title } from '@mantine/core';
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { told } from '../../server/told.js';
import { Empty } from '../../ui/empty.js';
import { Loading } from '../../ui/loading.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useSay, useSayCode } from '../../words/words.js';
import { Section } from '../../ui/section.js';
import { Choice, useChoice } from '../choice.js';
import { useFieldValue, usePartName } from './field-value.js';
import { useTermsValue } from './terms-value.js';
import { versionQuery, versionsQuery, type Version } from './version-data.js';

/** The one to compare with unless somebody says another: the last that was published before this one, else the last before it. */
function usualOther(of: Version, others: readonly SchemeVersionSummary[]): SchemeVersionSummary | undefined {
  const before = others.filter(({ createdAt }) => createdAt < of.createdAt);
  return before.find(({ publishedAt }) => publishedAt) ?? before[0] ?? others[0];
}

/** What is new in a version, against another one of its scheme. */
export function Changes({ of }: { readonly of: Version }) {
  const say = useSay();
  const { data: versions } = useSuspenseQuery(versionsQuery(of.schemeId));
  const others = versions.filter(({ id }) => id !== of.id);
  const against = useChoice(
    'against',
    others.map(({ id }) => id),
    usualOther(of, others)?.id ?? '',
  );
  const other = others.find(({ id }) => id === against);
  if (!other) return <Empty text={say('office.schemes.no-other')} />;
  return (
    <Stack>
      <div className="office-form">
        <Choice
          name="against"
          label={say('office.schemes.against')}
          value={other.id}
          options={others.map(({ id, version }) => ({
            value: id,
            label: say('office.schemes.version', { version }),
          }))}
        />
      </div>
      <Difference of={of} against={other.id} />
    </Stack>
  );
}

function Difference({ of, against }: { readonly of: Version; readonly against: string }) {
  const say = useSay();
  const { data: before } = useQuery(versionQuery(of.schemeId, against));
  const { data, error } = useQuery({
    queryKey: ['schemes', of.schemeId, of.id, 'changes', of.revision, against],
    queryFn: () =>
      told(compareSchemeVersions({ path: { id: of.schemeId, versionId: of.id }, query: { against } })),
  });
  if (error) return <ProblemText error={error} />;
  if (!data || !before) return <Loading />;
  const count = data.added.length + data.removed.length + data.changed.length + data.other.length;
  if (count === 0) return <Empty text={say('office.schemes.no-change')} />;
  return <Told of={of} changes={data} before={before.content} />;
}

interface ToldProps {
  readonly of: Version;
  readonly changes: SchemeChanges;
  readonly before: SchemeContent;
}
function Told({ of, changes: { added, removed, changed, other }, before }: ToldProps) {
  const say = useSay();
  const sayCode = useSayCode();
  const fieldValue = useFieldValue();
  const partName = usePartName();
  const termsValue = useTermsValue();
  const itemOf = (content: SchemeContent, id: string) =>
    content.checklist.items.find((item) => item.id === id);
  return (
    <Stack>
      {added.length > 0 && (
        <Section id="added" title={say('office.schemes.added', { count: added.length })}>
          {added.map((id) => (
            <Text key={id}>
              <ItemLink of={of} id={id} /> {itemOf(of.content, id)?.question}
            </Text>
          ))}
        </Section>
      )}
      {removed.length > 0 && (
        <Section id="removed" title={say('office.schemes.removed', { count: removed.length })}>
          {removed.map((id) => (
            <Text key={id}>
              <strong>{id}</strong> {itemOf(before, id)?.question}
            </Text>
          ))}
        </Section>
      )}
      {changed.map(({ id, fields }) => (
        <Section key={id} id={id} title={say('office.schemes.changed', { id })}>
          {fields.map((field) => (
            <BeforeAfter
              key={field}
              name={sayCode('office.schemes.field', field)}
              before={fieldValue(field, itemOf(before, id))}
              after={fieldValue(field, itemOf(of.content, id))}
            />
          ))}
        </Section>
      ))}
      {other.length > 0 && (
        <Section id="other" title={say('office.schemes.other', { count: other.length })}>
          {other.map((path) => (
            <BeforeAfter
              key={path}
              name={partName(path)}
              before={termsValue(path, before)}
              after={termsValue(path, of.content)}
            />
          ))}
        </Section>
      )}
    </Stack>
  );
}

const ItemLink = ({ of, id }: { readonly of: Version; readonly id: string }) => (
  <Link
    to="/schemes/$schemeId/$versionId/$itemId"
    params={{ schemeId: of.schemeId, versionId: of.id, itemId: id }}
    className="office-link"
  >
    {id}
  </Link>
);

interface BeforeAfterProps {
  readonly name: string;
  readonly before: string;
  readonly after: string;
}
function BeforeAfter({ name, before, after }: BeforeAfterProps) {
  const say = useSay();
  return (
    <div>
      <Title order={3}>{name}</Title>
      <div className="office-pair">
        <div className="scheme-before">
          <Text size="sm" className="office-quiet">
            {say('office.schemes.was')}
          </Text>
          {before}
        </div>
        <div className="scheme-after">
          <Text size="sm" className="office-quiet">
            {say('office.schemes.is')}
          </Text>
          {after}
        </div>
      </div>
    </div>
  );
}
