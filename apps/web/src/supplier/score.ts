import { getScore } from '#client';
import { told } from '../server/told.js';

export const getScoreQuery = (id: string) => ({
  queryKey: ['case', id, 'score'],
  queryFn: () => told(getScore({ path: { id } })),
});
