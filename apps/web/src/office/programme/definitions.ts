import { listFigures } from '#client';
import { useQuery } from '@tanstack/react-query';
import { told } from '../../server/told.js';
import { useLanguage } from '../../words/words.js';

/** What the figures are, in the reader's language. They change with the product, not with the day. */
export function useDefinitions() {
  const language = useLanguage();
  return useQuery({
    queryKey: ['programme', 'definitions', language],
    queryFn: async () => (await told(listFigures({ query: { language } }))).items,
    staleTime: Infinity,
  });
}
