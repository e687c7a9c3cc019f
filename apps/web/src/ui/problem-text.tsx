import { Alert, List, Text } from '@mantine/core';
import { TriangleAlert } from 'lucide-react';
import { Problem } from '../server/problem.js';
import { useForms } from '../words/forms.js';
import { useMoreWords } from '../words/more-words.js';
import { useSay, useSayCode } from '../words/words.js';

/** Problems of the line and of the machine, by status, where the code says nothing that a person could use. */
function general({ status, code }: Problem): string {
  if (code === 'network') return 'network';
  if (status === 404 || status === 410 || status === 412 || status === 429) return String(status);
  if (status === 403) return '403';
  return status >= 500 ? 'server' : 'other';
}

/** What went wrong, in a sentence, with what is in the way. */
export function ProblemText({ error }: { readonly error: unknown }) {
  const say = useSay();
  const { list, named } = useForms();
  const sayCode = useSayCode();
  useMoreWords('case');
  const problem = error instanceof Problem ? error : undefined;
  const id = problem?.code ?? '';
  const known = sayCode('refusals', id);
  const text =
    known === id.replaceAll(/[-_]/g, ' ')
      ? say(`shell.problem.${problem ? general(problem) : 'other'}`)
      : known;
  return (
    <Alert color="red" icon={<TriangleAlert aria-hidden />} role="alert">
      <Text>{text}</Text>
      {problem && problem.fields.length > 0 && (
        <List size="sm">
          {problem.fields.map(({ pointer, detail }) => (
            <List.Item key={pointer}>{named(pointer.slice(1).replaceAll('/', ' '), detail ?? '')}</List.Item>
          ))}
        </List>
      )}
      {problem?.view?.items && <Text size="sm">{list(problem.view.items)}</Text>}
    </Alert>
  );
}
