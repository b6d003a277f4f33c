// One bot as a process of its own, from the built files, with leases short enough to see many of them end.
import { startApp } from '../../dist/src/app.js';
import { readSettings } from '../../dist/src/config.js';

const read = readSettings(process.env);
if ('wrong' in read) throw new Error(JSON.stringify(read.wrong));
const tell = (fields, message) =>
  process.env.GONGYOU_TEST_LOG && process.stderr.write(`${message} ${JSON.stringify(fields)}\n`);
await startApp(read.settings, { info: tell, warn: tell, error: tell }, { leaseMs: 1500, settleMs: 300 });
process.stdout.write('up\n');
