// Closes a run with what to look at: each test that failed, in one line, then the line of counts.
//   node .ci/counts.mjs REPORT    what `jest --json --outputFile=REPORT` wrote
import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { stripVTControlCharacters } from 'node:util';

const report = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const firstLine = (text = '') => stripVTControlCharacters(text).trim().split('\n')[0];

for (const { name, status, message, assertionResults } of report.testResults) {
  if (status !== 'failed') continue;
  const file = relative(process.cwd(), name);
  const failed = assertionResults.filter((result) => result.status === 'failed');
  if (!failed.length) console.log(`failed: ${file}: ${firstLine(message)}`); // it could not be begun
  for (const { fullName, failureMessages } of failed)
    console.log(`failed: ${file}: ${fullName}: ${firstLine(failureMessages[0])}`);
}
const { numPassedTests: passed, numFailedTests, numFailedTestSuites } = report;
console.log(`${passed} passed, ${Math.max(numFailedTests, numFailedTestSuites)} failed`);
