import '../../ui/more-styles.js';
import { Group, Stack, Text, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useMe } from '../../server/me.js';
import { Empty } from '../../ui/empty.js';
import { useSay } from '../../words/words.js';
import { ItemForm } from './item-form.js';
import { ItemView } from './item-view.js';
import { useVersion } from './version-data.js';
import './schemes.css';
import '../office.css';

/** One question of a version: to be read, and in a draft to be written. */
export function Item() {
  const say = useSay();
  const { roles } = useMe();
  const { schemeId, versionId, itemId } = useParams({ from: '/schemes/$schemeId/$versionId/$itemId' });
  const version = useVersion(schemeId, versionId);
  const { items, sections } = version.content.checklist;
  const nth = items.findIndex(({ id }) => id === itemId);
  const item = items[nth];
  const section = sections.find(({ code }) => code === item?.section);
  const neighbour = (at: number, text: string) => {
    const one = items[at];
    return one ? (
      <Link
        to="/schemes/$schemeId/$versionId/$itemId"
        params={{ schemeId, versionId, itemId: one.id }}
        className="office-link"
      >
        {say(text, { id: one.id })}
      </Link>
    ) : null;
  };
  return (
    <Stack>
      <Title order={1}>{itemId}</Title>
      <Group gap="lg">
        <Link to="/schemes/$schemeId/$versionId" params={{ schemeId, versionId }} className="office-link">
          {say('office.schemes.version', { version: version.version })}
        </Link>
        {item && neighbour(nth - 1, 'office.schemes.before')}
        {item && neighbour(nth + 1, 'office.schemes.after')}
      </Group>
      {!item && <Empty text={say('office.schemes.no-item')} />}
      {section && (
        <Text className="office-quiet">
          {section.code} · {section.title}
        </Text>
      )}
      {item &&
        (version.status === 'draft' && roles.includes('officer') ? (
          <ItemForm key={item.id} of={version} item={item} />
        ) : (
          <ItemView of={version} item={item} />
        ))}
    </Stack>
  );
}
