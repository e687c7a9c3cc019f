import '../../ui/more-styles.js';
import { deadlineRule } from '#domain';
import { Stack, Text, Title } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useMe } from '../../server/me.js';
import { Empty } from '../../ui/empty.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { DeadlineForm } from './deadline-form.js';
import { DEADLINES } from './terms.js';
import { BackToTerms } from './terms-page.js';
import { useTermsText } from './terms-text.js';
import { useVersion } from './version-data.js';
import './schemes.css';
import '../office.css';

/** One deadline of a version: to be read, and in a draft to be written. */
export function DeadlinePage() {
  const say = useSay();
  const sayCode = useSayCode();
  const { deadline } = useTermsText();
  const { roles } = useMe();
  const { schemeId, versionId, kind } = useParams({ from: '/schemes/$schemeId/$versionId/deadlines/$kind' });
  const version = useVersion(schemeId, versionId);
  const known = DEADLINES.find((one) => one === kind);
  if (!known) return <Empty text={say('office.schemes.no-part')} />;
  return (
    <Stack>
      <Title order={1}>{capitalised(sayCode('deadlines', known))}</Title>
      <BackToTerms of={version} />
      {version.status === 'draft' && roles.includes('officer') ? (
        <DeadlineForm key={known} of={version} kind={known} />
      ) : (
        <Text className="office-lines">{deadline(known, deadlineRule(version.content, known))}</Text>
      )}
    </Stack>
  );
}
