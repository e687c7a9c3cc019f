import { openQualification, type OpenQualification } from '#client';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { decided } from '../../server/ask.js';
import { isPassing, type Problem } from '../../server/problem.js';
import { told } from '../../server/told.js';

/** Opens a case; asking the same again after a broken line opens it once. Gives its id. */
export function useOpen() {
  const queries = useQueryClient();
  const asked = useRef<{ text: string; key: string } | undefined>(undefined);
  return useMutation<string, Problem, OpenQualification>({
    mutationFn: async (body) => {
      const text = JSON.stringify(body);
      if (asked.current?.text !== text) asked.current = { text, key: crypto.randomUUID() };
      const headers = { 'Idempotency-Key': asked.current.key };
      const { qualificationId, commandId, status } = await told(openQualification({ body, headers }));
      if (status === 'pending') await decided(commandId);
      return qualificationId;
    },
    onSettled: (_id, problem) => {
      if (!problem || !isPassing(problem)) asked.current = undefined;
      return queries.invalidateQueries({ queryKey: ['cases'] });
    },
  });
}
