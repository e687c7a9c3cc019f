import { runProgram } from './run-program.js';

/** The CLI release that the project is built against, and the server inside it. */
export const cliVersion = '1.9.1';
/** Time skipping came with this server. */
export const neededServer = [1, 32] as const;

/** The server version in what `temporal --version` says, such as `temporal version 1.9.1 (Server 1.32.0, UI 2.54.1)`. */
export function serverVersionIn(text: string): [number, number] | undefined {
  const found = /\bServer v?(\d+)\.(\d+)\b/i.exec(text);
  return found ? [Number(found[1]), Number(found[2])] : undefined;
}

/** Why this program cannot be our Temporal server; undefined when it can. */
export async function whyNot(path: string): Promise<string | undefined> {
  const { code, output } = await runProgram(path, ['--version'], { timeoutMs: 10_000 });
  const said = output.split('\n')[0] ?? '';
  if (code !== 0) return `it does not run (${said || `exit ${code}`})`;
  const server = serverVersionIn(output);
  if (!server) return `it does not name its server version (${said})`;
  const [major, minor] = server;
  const newEnough = major > neededServer[0] || (major === neededServer[0] && minor >= neededServer[1]);
  return newEnough ? undefined : `server ${major}.${minor} is too old, ${neededServer.join('.')} is needed`;
}
