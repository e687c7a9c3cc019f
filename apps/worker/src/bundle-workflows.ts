import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker';

/** Build step: one file with all workflow code, so that a worker starts in a second. Exits 1 on failure. */
const workflowsPath = fileURLToPath(new URL('../../../workflows/index.js', import.meta.url));
const target = fileURLToPath(new URL('../../../workflow-bundle.js', import.meta.url));

const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') });
await writeFile(target, code);
