import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode } from '@temporalio/worker';

/** Build step: one file with all workflow code, so that a worker starts in a second. Exits 1 on failure. */
const workflowsPath = fileURLToPath(new URL('../../../workflows/index.js', import.meta.url));
const target = fileURLToPath(new URL('../../../workflow-bundle.js', import.meta.url));

const { code } = await bundleWorkflowCode({
  workflowsPath,
  logger: { log: () => {}, trace: () => {}, debug: () => {}, info: () => {}, warn: console.warn, error: console.error },
});
await writeFile(target, code);
