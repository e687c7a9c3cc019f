import { green, red } from './terminal.js';

/** What must hold, by name. Nothing is thrown: the story goes on and the end tells what failed. */
export class Expectations {
  private readonly seen: { readonly name: string; readonly held: boolean; readonly found: string }[] = [];

  /** Note whether it holds; `found` is shown when it does not. */
  expect(name: string, held: boolean, found: unknown = ''): void {
    this.seen.push({ name, held, found: typeof found === 'string' ? found : JSON.stringify(found) });
  }

  get count(): number {
    return this.seen.length;
  }

  get failed(): number {
    return this.seen.filter((check) => !check.held).length;
  }

  lines(): string[] {
    return this.seen.map(({ name, held, found }) =>
      held ? `  ${green('held')}    ${name}` : red(`  FAILED  ${name}${found && ` (found: ${found})`}`),
    );
  }
}
