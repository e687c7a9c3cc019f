import { ApiProblem } from '../play/api-client.js';

/** With which code the API refuses; it is a mistake when it does not. */
export async function refusal(act: () => Promise<unknown>): Promise<string> {
  try {
    await act();
    return 'nothing was refused';
  } catch (error) {
    if (error instanceof ApiProblem) return error.problem.code;
    throw error;
  }
}
