import { Anchor, Group, Stack, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect } from 'react';
import { useCase } from '../server/cases.js';
import { useMe } from '../server/me.js';
import { isMine, StatusLine } from '../ui/status-line.js';
import { useSay } from '../words/words.js';
import { CaseName } from './case-name.js';
import { Approvals } from './case/approvals.js';
import { Corrections } from './case/corrections.js';
import { Findings } from './case/findings.js';
import { Letters } from '../ui/letters.js';
import { Milestones } from './case/milestones.js';
import { MoreSteps } from './case/more-steps.js';
import { Past } from './case/past.js';
import { Pilots } from './case/pilots.js';
import { Questions } from './case/questions.js';
import { Visit } from './case/visit.js';
import { DoNow } from './do-now.js';
import { dutiesOf, placeOf } from './duties.js';
import { isDrafting } from './apply/writable.js';
import { WhatComes } from './what-comes.js';

/** A link to a part of the page leads there once the part is there. */
function useScrollToPart(): void {
  useEffect(() => {
    document.getElementById(location.hash.slice(1))?.scrollIntoView();
  }, []);
}

/** One case as its supplier looks at it: where it stands, what to do, and everything that belongs to it. */
export function SupplierCase() {
  const say = useSay();
  const me = useMe();
  const { id } = useParams({ from: '/qualifications/$id' });
  const one = useCase(id);
  useScrollToPart();
  // What is done on this page stands below; only what leads elsewhere is pointed at.
  const [first] = dutiesOf([one], (holder) => isMine(holder, me)).filter(({ what }) =>
    placeOf(what).startsWith('/'),
  );
  return (
    <Stack>
      <div>
        <Title order={1}>{say(`supplier.category.${one.category}`)}</Title>
        <CaseName of={one} short />
      </div>
      <div className="case-page">
        <Stack>
          <StatusLine of={one} />
          <WhatComes of={one} />
          <Milestones of={one} />
          <Ways of={one} />
        </Stack>
        <Stack>
          {first && <DoNow duty={first} />}
          <Questions of={one} />
          <Visit of={one} />
          <Corrections of={one} />
          <Findings of={one} />
          <Pilots of={one} />
          <Approvals of={one} />
          <Letters caseId={id} />
          <MoreSteps of={one} />
          <Past caseId={id} />
        </Stack>
      </div>
    </Stack>
  );
}

/** Pages of a case beside this one. */
function Ways({ of }: { readonly of: ReturnType<typeof useCase> }) {
  const say = useSay();
  const judged = of.audit.current !== undefined;
  return (
    <Group gap="xs">
      <Anchor component={Link} to={`/qualifications/${of.id}/apply`} className="way">
        {say(isDrafting(of) ? 'supplier.apply.title' : 'supplier.apply.see')}
      </Anchor>
      {judged && of.grade !== 'A' && (
        <Anchor component={Link} to={`/qualifications/${of.id}/improve`} className="way">
          {say('supplier.improve.title')}
        </Anchor>
      )}
      {(judged || of.grade) && (
        <Anchor component={Link} to={`/qualifications/${of.id}/standing`} className="way">
          {say('supplier.standing.title')}
        </Anchor>
      )}
      <Anchor component={Link} to={`/sharing?case=${of.id}`} className="way">
        {say('supplier.sharing.title')}
      </Anchor>
    </Group>
  );
}
