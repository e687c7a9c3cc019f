import { Button, Group } from '@mantine/core';
import { useState } from 'react';
import { History } from '../../ui/history.js';
import { useSay } from '../../words/words.js';
import { Section } from '../../ui/section.js';

/** What happened so far; read when somebody wants to know. */
export function Past({ caseId }: { readonly caseId: string }) {
  const say = useSay();
  const [shown, setShown] = useState(false);
  return (
    <Section id="history" title={say('shell.history.title')}>
      {shown ? (
        <History caseId={caseId} />
      ) : (
        <Group>
          <Button variant="default" onClick={() => setShown(true)}>
            {say('supplier.past.show')}
          </Button>
        </Group>
      )}
    </Section>
  );
}
