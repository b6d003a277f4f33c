import { join } from 'node:path';
import { type Content, ContentError, faultIn, loadContent } from './answers/index.ts';
import type { Language } from './calendar/moment.ts';
import type { Settings } from './config.ts';
import type { Log } from './log.ts';
import { redisEngine } from './store/engines/redis.ts';
import { sqliteEngine } from './store/engines/sqlite.ts';
import type { Engine } from './store/port.ts';
import { textsIn } from './texts/index.ts';

/** Something an operator puts right; its words say what and how. */
export class SetupError extends Error {
  override readonly name = 'SetupError';
  private readonly said: (language: Language) => string;
  constructor(words: (language: Language) => string, options?: ErrorOptions) {
    super(words('en'), options);
    this.said = words;
  }
  words(language: Language): string {
    return this.said(language);
  }
}

/** @throws SetupError with every fault of every file */
export async function readContent(folder: string): Promise<Content> {
  try {
    return await loadContent(folder);
  } catch (error) {
    if (!(error instanceof ContentError)) throw error;
    throw new SetupError((language) => error.faults.map((it) => faultIn(language, it)).join('\n'), {
      cause: error,
    });
  }
}

/** The store that the settings name. @throws SetupError */
export async function openEngine(settings: Settings, log: Log): Promise<Engine> {
  const { REDIS_URL } = settings;
  const wrong = (error: unknown): SetupError => {
    const why = error instanceof Error ? error.message : String(error);
    const words = (language: Language): string => {
      const { start } = textsIn(language);
      return REDIS_URL ? start.redisWrong({ why }) : start.fileWrong({ why });
    };
    return new SetupError(words, { cause: error });
  };
  try {
    if (!REDIS_URL) return sqliteEngine(join(settings.GONGYOU_DATA, 'gongyou.db'));
    const engine = redisEngine(REDIS_URL, log);
    const durability = await engine.durability().catch(async (error: unknown) => {
      await engine.close();
      throw error;
    });
    if (durability !== 'always')
      log.warn({ durability }, 'redis may forget its last second: set appendfsync always');
    return engine;
  } catch (error) {
    throw wrong(error);
  }
}
