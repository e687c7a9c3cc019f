import { deadlineRule, type SchemeDeadlineKind } from '#domain';
import { Stack, Text } from '@mantine/core';
import { Section } from '../../ui/section.js';
import { capitalised, useSay, useSayCode } from '../../words/words.js';
import { useMe } from '../../server/me.js';
import { DEADLINES, TERMS, type Terms } from './terms.js';
import { TermsLink } from './terms-link.js';
import { useTermsText } from './terms-text.js';
import { CertificatesView, GradesView, SamplingView, ValidityView } from './terms-views.js';
import type { Version } from './version-data.js';

const VIEWS = {
  grades: GradesView,
  sampling: SamplingView,
  certificates: CertificatesView,
  validity: ValidityView,
} as const;

interface TermsListProps {
  readonly of: Version;
}
/** What a version says beside its questions; in a draft each part leads to its page. */
export function TermsList({ of }: TermsListProps) {
  const say = useSay();
  const { roles } = useMe();
  const isWritten = of.status === 'draft' && roles.includes('officer');
  const part = (terms: Terms) => {
    const Shown = VIEWS[terms];
    return (
      <Section key={terms} id={terms} title={say(`office.schemes.terms.${terms}`)}>
        <Shown of={of} />
        {isWritten && (
          <TermsLink of={of} to={{ terms }}>
            {say(`office.schemes.terms.change.${terms}`)}
          </TermsLink>
        )}
      </Section>
    );
  };
  return (
    <Stack>
      {TERMS.map(part)}
      <Section id="deadlines" title={say('office.schemes.part.deadlines')}>
        <div>
          {DEADLINES.map((kind) => (
            <DeadlineLine key={kind} of={of} kind={kind} />
          ))}
        </div>
      </Section>
    </Stack>
  );
}

function DeadlineLine({ of, kind }: TermsListProps & { readonly kind: SchemeDeadlineKind }) {
  const sayCode = useSayCode();
  const { deadline } = useTermsText();
  return (
    <TermsLink of={of} to={{ deadline: kind }} className="row-link scheme-deadline">
      <Text fw={600}>{capitalised(sayCode('deadlines', kind))}</Text>
      <Text size="sm" className="office-quiet">
        {deadline(kind, deadlineRule(of.content, kind)).replaceAll('\n', ' · ')}
      </Text>
    </TermsLink>
  );
}
