import { Stack } from '@mantine/core';
import { useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useCase } from '../server/cases.js';
import { History } from '../ui/history.js';
import { Letters } from '../ui/letters.js';
import { Section } from '../ui/section.js';
import { StatusLine } from '../ui/status-line.js';
import { useSay } from '../words/words.js';
import { CaseHead } from './case/case-head.js';
import { Checks } from './case/checks.js';
import { Corrections } from './case/corrections.js';
import { Dates, Deadlines } from './case/dates.js';
import { MayDo } from './case/may-do.js';
import { Notes } from './case/notes.js';
import { Approvals, Orders } from './case/orders.js';

/** A link to a part of the page leads there once the part is there. */
function useScrollToPart(hash: string): void {
  useEffect(() => {
    document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
}

/** One case as the programme office looks at it: where it stands, what the office may do, and everything that belongs to it. */
export function OfficeCase() {
  const say = useSay();
  const { id } = useParams({ from: '/qualifications/$id' });
  const one = useCase(id);
  useScrollToPart(location.hash);
  return (
    <Stack>
      <CaseHead of={one} page="" />
      <div className="office-case">
        <div className="case-status">
          <StatusLine of={one} />
        </div>
        <Stack className="case-main">
          <MayDo of={one} />
          <Corrections of={one} />
          <Checks of={one} />
          <Orders of={one} />
          <Approvals of={one} />
          <Letters caseId={id} />
          <Notes caseId={id} />
          <Section id="history" title={say('shell.history.title')}>
            <History caseId={id} />
          </Section>
        </Stack>
        <Stack className="case-side">
          <Deadlines of={one} />
          <Dates of={one} />
        </Stack>
      </div>
    </Stack>
  );
}
