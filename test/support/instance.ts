import { startApp } from '../../src/app.ts';
import { readSettings } from '../../src/config.ts';
import { silentLog } from '../../src/log.ts';

/** One bot as a process of its own, with leases short enough to see many of them end. Killed by its test. */
const read = readSettings(process.env);
if ('wrong' in read) throw new Error(JSON.stringify(read.wrong));
const log = process.env.GONGYOU_TEST_LOG
  ? {
      ...silentLog,
      warn: (fields: object, message: string) =>
        process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
      error: (fields: object, message: string) =>
        process.stderr.write(`${message} ${JSON.stringify(fields)}\n`),
    }
  : silentLog;
await startApp(read.settings, log, { leaseMs: 1500, settleMs: 300 });
process.stdout.write('up\n');
