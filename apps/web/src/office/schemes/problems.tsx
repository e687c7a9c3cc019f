import { Alert, List } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { Problem } from '../../server/problem.js';
import { ProblemText } from '../../ui/problem-text.js';
import { useForms } from '../../words/forms.js';
import { useSay, useSayCode } from '../../words/words.js';
import { usePartName } from './field-value.js';
import { placeOf, type ProblemPlace } from './problem-place.js';
import { TermsLink } from './terms-link.js';
import type { Version } from './version-data.js';

interface SchemeProblemsProps {
  readonly of: Version;
  readonly error: Problem;
}
/** What keeps a version from being handed in or saved: each place by its name, with a way there. */
export function SchemeProblems({ of, error }: SchemeProblemsProps) {
  const say = useSay();
  const sayCode = useSayCode();
  if (error.fields.length === 0) return <ProblemText error={error} />;
  const ids = of.content.checklist.items.map(({ id }) => id);
  return (
    <Alert color="red" icon={<TriangleAlert aria-hidden />} role="alert" title={say('office.schemes.wrong')}>
      <List>
        {error.fields.map(({ pointer, code, detail }) => {
          const place = placeOf(pointer, ids);
          const known = sayCode('office.schemes.problem', code);
          return (
            <List.Item key={`${pointer} ${code}`}>
              <PlaceLink of={of} to={place} />
              {place.field && ` · ${sayCode('office.schemes.field', place.field)}`}:{' '}
              {known === code.replaceAll('-', ' ') ? (detail ?? known) : known}
            </List.Item>
          );
        })}
      </List>
    </Alert>
  );
}

/** What it is called that a problem is about, with a way to the page on which it is written. */
function PlaceLink({ of, to }: { readonly of: Version; readonly to: ProblemPlace }) {
  const partName = usePartName();
  const { itemId, terms, deadline, path } = to;
  if (itemId)
    return (
      <Link
        to="/schemes/$schemeId/$versionId/$itemId"
        params={{ schemeId: of.schemeId, versionId: of.id, itemId }}
      >
        {itemId}
      </Link>
    );
  if (!terms && !deadline) return partName(path);
  return (
    <TermsLink of={of} to={deadline ? { deadline } : { terms: terms ?? 'grades' }} className="">
      {partName(path)}
    </TermsLink>
  );
}

/** What is wrong with a file that was to become a version: each place by its path, as the API tells it. */
export function FileProblems({ error }: { readonly error: Problem }) {
  const say = useSay();
  const { named } = useForms();
  if (error.fields.length === 0 && error.code !== 'no-scheme-file') return <ProblemText error={error} />;
  return (
    <Alert
      color="red"
      icon={<TriangleAlert aria-hidden />}
      role="alert"
      title={say('office.schemes.no-file')}
    >
      <List>
        {error.fields.map(({ pointer, detail }) => (
          <List.Item key={pointer}>{named(placeOf(pointer, []).path, detail ?? '')}</List.Item>
        ))}
      </List>
    </Alert>
  );
}
