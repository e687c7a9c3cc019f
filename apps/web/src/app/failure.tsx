import { Button, Stack, Title } from '@mantine/core';
import { useQueryErrorResetBoundary } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { i18n } from '../words/load.js';
import { Problem } from '../server/problem.js';
import { ProblemText } from '../ui/problem-text.js';
import { useSay } from '../words/words.js';
import { NotFound } from './not-found.js';

/** A page that could not be shown: why, and a second try. When not even the words could be loaded, in all languages. */
export function Failure({ error, reset }: ErrorComponentProps) {
  const say = useSay();
  const router = useRouter();
  const { reset: forget } = useQueryErrorResetBoundary();
  const again = () => {
    forget();
    reset();
    void router.invalidate();
  };
  if (!('shell.again' in i18n.messages)) return <WithoutWords again={() => location.reload()} />;
  if (error instanceof Problem && error.status === 404) return <NotFound />;
  return (
    <Stack align="flex-start">
      <Title order={1}>{say('shell.failure.title')}</Title>
      <ProblemText error={error} />
      <Button onClick={again}>{say('shell.again')}</Button>
    </Stack>
  );
}

const WithoutWords = ({ again }: { readonly again: () => void }) => (
  <Stack align="flex-start" p="md">
    <p lang="km">មិនអាចភ្ជាប់បានទេ។ សូមពិនិត្យអ៊ីនធឺណិត រួចសាកល្បងម្ដងទៀត។</p>
    <p lang="en">There is no connection. Please check your network and try again.</p>
    <p lang="zh">无法连接。请检查网络后重试。</p>
    <Button onClick={again}>↻</Button>
  </Stack>
);
