import { pino } from 'pino';
import { startApp } from './app.ts';
import { readSettings, type Settings } from './config.ts';
import type { Log } from './log.ts';
import { languageOf, textsIn } from './texts/index.ts';

const say = (line: string): boolean => process.stdout.write(`${line}\n`);
const complain = (line: string): boolean => process.stderr.write(`${line}\n`);

try {
  process.loadEnvFile();
} catch {
  // no .env: the environment and the defaults
}
const read = readSettings(process.env);
if ('wrong' in read) {
  const { settings } = textsIn(languageOf(process.env.GONGYOU_LANGUAGE ?? process.env.LANG, 'zh-CN'));
  for (const { name, wrong } of read.wrong) complain(`${name}: ${settings[wrong]}`);
  process.exit(2);
}
await run(read.settings);

async function run(settings: Settings): Promise<void> {
  const texts = textsIn(settings.GONGYOU_LANGUAGE);
  const log: Log = pino({ level: settings.GONGYOU_LOG }, pino.destination(2));
  process.on('unhandledRejection', (error) => log.error({ error: String(error) }, 'unhandled rejection'));
  try {
    const app = await startApp(settings, log);
    let stopping = false;
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.on(signal, () => {
        if (stopping) process.exit(1);
        stopping = true;
        say(texts.start.stopping);
        void app.stop().then(
          () => process.exit(0),
          (error: unknown) => {
            log.error({ error: String(error) }, 'not stopped in order');
            process.exit(1);
          },
        );
      });
    if (app.url) say(texts.start.workspace({ url: app.url }));
    say(app.slack ? texts.start.slack({ how: app.slack }) : texts.start.alone);
  } catch (error) {
    complain(wordsOf(error, settings));
    process.exit(2);
  }
}

/** What to say of an error at the start: in words where somebody can put it right. */
function wordsOf(error: unknown, { GONGYOU_LANGUAGE }: Settings): string {
  if (error instanceof Error && 'words' in error && typeof error.words === 'function')
    return String(error.words(GONGYOU_LANGUAGE));
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
