import '../../ui/more-styles.js';
import { Stack, Title } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useMe } from '../../server/me.js';
import { Empty } from '../../ui/empty.js';
import { useSay } from '../../words/words.js';
import { CertificatesForm } from './certificates-form.js';
import { GradesForm } from './grades-form.js';
import { SamplingForm } from './sampling-form.js';
import { TERMS, type Terms } from './terms.js';
import { CertificatesView, GradesView, SamplingView, ValidityView } from './terms-views.js';
import { ValidityForm } from './validity-form.js';
import { useVersion, type Version } from './version-data.js';
import './schemes.css';
import '../office.css';

type Part = (props: { readonly of: Version }) => React.ReactNode;
const FORMS: Readonly<Record<Terms, Part>> = {
  grades: GradesForm,
  sampling: SamplingForm,
  certificates: CertificatesForm,
  validity: ValidityForm,
};
const VIEWS: Readonly<Record<Terms, Part>> = {
  grades: GradesView,
  sampling: SamplingView,
  certificates: CertificatesView,
  validity: ValidityView,
};

/** One part of a version beside its questions: to be read, and in a draft to be written. */
export function TermsPage() {
  const say = useSay();
  const { roles } = useMe();
  const { schemeId, versionId, terms } = useParams({ from: '/schemes/$schemeId/$versionId/terms/$terms' });
  const version = useVersion(schemeId, versionId);
  const part = TERMS.find((one) => one === terms);
  if (!part) return <Empty text={say('office.schemes.no-part')} />;
  const isWritten = version.status === 'draft' && roles.includes('officer');
  const Shown = (isWritten ? FORMS : VIEWS)[part];
  return (
    <Stack>
      <Title order={1}>{say(`office.schemes.terms.${part}`)}</Title>
      <BackToTerms of={version} />
      <Shown of={version} />
    </Stack>
  );
}

/** Leads back to all that the version says beside its questions. */
export function BackToTerms({ of }: { readonly of: Version }) {
  const say = useSay();
  return (
    <Link
      to="/schemes/$schemeId/$versionId"
      params={{ schemeId: of.schemeId, versionId: of.id }}
      search={{ tab: 'terms' } as never}
      className="office-link"
    >
      {say('office.schemes.version', { version: of.version })}
    </Link>
  );
}
