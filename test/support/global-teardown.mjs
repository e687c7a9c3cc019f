/** Stops what the setup started; Jest runs both in one process. */
export default async function tearDown() {
  const started = globalThis.selvedgeTestStack;
  if (!started) return;
  delete globalThis.selvedgeTestStack;
  await started.stop();
  started.say('stopped');
}
