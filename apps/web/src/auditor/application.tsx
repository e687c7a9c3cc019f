import { Stack, Text, Title } from '@mantine/core';
import { SectionContent } from '../ui/section-content.js';
import { useSay, useSayCode } from '../words/words.js';
import type { AuditPack } from './pack.js';

/** What the supplier says of itself, section by section, to be held against what is there. */
export function Application({ pack: { sections } }: { readonly pack: AuditPack }) {
  const say = useSay();
  const sayCode = useSayCode();
  const filled = Object.entries(sections).filter(([, content]) => Object.keys(content).length > 0);
  if (filled.length === 0) return <Text>{say('auditor.application.nothing')}</Text>;
  return (
    <Stack>
      {filled.map(([section, content]) => (
        <section key={section}>
          <Title order={3}>{sayCode('application.section', section)}</Title>
          <SectionContent content={content} />
        </section>
      ))}
    </Stack>
  );
}
