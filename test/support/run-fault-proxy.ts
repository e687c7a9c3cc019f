import { FaultProxy } from './fault-proxy.js';

/** `npm run fault-proxy -- http://127.0.0.1:3000 [bytes a second] [seconds between cuts]`: a poor line to an API. */
const [target, bytesPerSecond = '20000', cutEverySeconds = '30'] = process.argv.slice(2);
if (!target) throw new Error('Say where to: npm run fault-proxy -- http://127.0.0.1:3000');
const proxy = await FaultProxy.to(target, {
  bytesPerSecond: Number(bytesPerSecond),
  cutEveryMs: Number(cutEverySeconds) * 1000,
});
console.log(
  `${proxy.url} leads to ${target}, ${bytesPerSecond} bytes a second, cut every ${cutEverySeconds} s. Ctrl-C ends it.`,
);
process.once('SIGINT', () => {
  console.log(`\n${proxy.carried} bytes carried, ${proxy.cuts} cuts`);
  void proxy.close();
});
