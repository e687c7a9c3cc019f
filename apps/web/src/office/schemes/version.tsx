import '../../ui/more-styles.js';
import { Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useSay } from '../../words/words.js';
import { Tabs, useTab } from '../tabs.js';
import { Changes } from './changes.js';
import { Items } from './items.js';
import { Life } from './life.js';
import { Migrations } from './migrations.js';
import { Preview } from './preview.js';
import { VersionState } from './state.js';
import { TermsList } from './terms-list.js';
import { useVersion } from './version-data.js';
import './schemes.css';
import '../office.css';

const TABS = ['items', 'terms', 'preview', 'changes', 'cases'] as const;

/** One version of a scheme: where it stands, what it asks and says beside, how an auditor would be asked it, and what is new in it. */
export function Version() {
  const say = useSay();
  const { schemeId, versionId } = useParams({ from: '/schemes/$schemeId/$versionId' });
  const version = useVersion(schemeId, versionId);
  const tab = useTab([...TABS]);
  return (
    <Stack>
      <Title order={1}>{say('office.schemes.version', { version: version.version })}</Title>
      <Group gap="lg">
        <Link to="/schemes/$schemeId" params={{ schemeId }} className="office-link">
          {say('office.schemes.back')}
        </Link>
        <a href={`/v1/schemes/${schemeId}/versions/${versionId}/export`} download className="office-link">
          {say('office.schemes.file')}
        </a>
      </Group>
      <VersionState of={version} />
      {version.reviewNote && version.status === 'draft' && (
        <Text>{say('office.schemes.returned', { note: version.reviewNote })}</Text>
      )}
      <Life of={version} />
      <Tabs
        label={say('office.schemes.tabs')}
        tabs={TABS.filter((value) => value !== 'cases' || version.status === 'published').map((value) => ({
          value,
          label: say(`office.schemes.tab.${value}`),
        }))}
      />
      {tab === 'items' && <Items of={version} />}
      {tab === 'terms' && <TermsList of={version} />}
      {tab === 'preview' && <Preview of={version} />}
      {tab === 'changes' && <Changes of={version} />}
      {tab === 'cases' && <Migrations of={version} />}
    </Stack>
  );
}
