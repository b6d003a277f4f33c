import { type Logger, LogLevel } from '@slack/logger';
import type { Log } from '../../log.ts';

/** Longest remark of the SDK that is kept. */
const MOST = 300;

/**
 * What Slack's SDK remarks, as lines of ours: warnings and errors alone, short, without tokens and tickets. Its
 * finer levels hold whole payloads, so they stay unheard.
 */
export function sdkLog(log: Log): Logger {
  const line =
    (level: 'warn' | 'error') =>
    (...said: unknown[]): void =>
      log[level]({ said: remark(said) }, 'slack sdk');
  return {
    debug: () => {},
    info: () => {},
    warn: line('warn'),
    error: line('error'),
    setLevel: () => {},
    getLevel: () => LogLevel.WARN,
    setName: () => {},
  };
}

export const remark = (said: readonly unknown[]): string =>
  said
    .map((it) => (it instanceof Error ? it.message : String(it)))
    .join(' ')
    .replace(/\bx(?:ox[a-z]|app)-[\w.-]+/g, 'x…')
    .replace(/\b(?:wss?|https?):\/\/\S+/g, (url) => url.replace(/\?.*/, '?…'))
    .slice(0, MOST);
