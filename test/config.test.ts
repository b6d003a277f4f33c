import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readSettings, Settings } from '../src/config.ts';
import { textsIn } from '../src/texts/index.ts';

const wrongIn = (env: { [name: string]: string }): string[] => {
  const read = readSettings(env);
  return 'wrong' in read ? read.wrong.map(({ name, wrong }) => `${name} ${wrong}`) : [];
};
const TOKEN = `${'xoxb'}-test`;
const MODEL = {
  GONGYOU_MODEL_URL: 'http://127.0.0.1:11434/v1',
  GONGYOU_MODEL: 'qwen3:8b',
  GONGYOU_MODEL_USE: 'both',
};
const SECRET = '0123456789abcdef0123456789abcdef';

describe('settings', () => {
  it('need not be made', () => {
    const read = readSettings({});

    if ('wrong' in read) throw new Error('refused');
    expect(read.settings).toMatchObject({
      PORT: 3000,
      HOST: '127.0.0.1',
      GONGYOU_DATA: '.data',
      GONGYOU_CONTENT: 'content',
      GONGYOU_TIME_ZONE: 'Asia/Shanghai',
      GONGYOU_LANGUAGE: 'zh-CN',
      GONGYOU_QUIET_HOURS: { from: '21:30', to: '08:00' },
      SLACK_API_URL: 'https://slack.com/api/',
    });
  });

  it('left empty are settings not made', () => {
    expect(wrongIn({ PORT: '', REDIS_URL: ' ', GONGYOU_ROLES: '' })).toEqual([]);
  });

  it('that are wrong are named all at once', () => {
    const wrong = wrongIn({
      PORT: 'three thousand',
      REDIS_URL: 'mysql://x',
      GONGYOU_TIME_ZONE: 'Mars/Olympus',
      GONGYOU_LANGUAGE: 'fr',
      GONGYOU_QUIET_HOURS: 'night',
      GONGYOU_ROLES: 'king:U1',
      GONGYOU_DESK: '#general',
      SLACK_API_URL: 'ftp://slack',
      GONGYOU_LOGG: 'info',
    });

    expect(wrong).toEqual([
      'PORT port',
      'REDIS_URL redis',
      'SLACK_API_URL apiUrl',
      'GONGYOU_TIME_ZONE zone',
      'GONGYOU_LANGUAGE language',
      'GONGYOU_QUIET_HOURS quietHours',
      'GONGYOU_ROLES roles',
      'GONGYOU_DESK desk',
      'GONGYOU_LOGG unknown',
    ]);
  });

  it.each([
    [{ PORT: '70000' }, 'PORT port'],
    [{ SLACK_SIGNING_SECRET: SECRET }, 'SLACK_BOT_TOKEN botTokenMissing'],
    [{ SLACK_BOT_TOKEN: TOKEN }, 'SLACK_SIGNING_SECRET secretMissing'],
    [{ SLACK_BOT_TOKEN: 'secret', SLACK_SIGNING_SECRET: SECRET }, 'SLACK_BOT_TOKEN botToken'],
    [{ HOST: '0.0.0.0' }, 'HOST hostOpen'],
    [{ HOST: '0.0.0.0', GONGYOU_WORKSPACE: 'open' }, 'GONGYOU_WORKSPACE_PASSWORD passwordMissing'],
    [
      { GONGYOU_WORKSPACE: 'open', GONGYOU_WORKSPACE_PASSWORD: 'short' },
      'GONGYOU_WORKSPACE_PASSWORD password',
    ],
    [{ GONGYOU_WORKSPACE: 'off' }, 'GONGYOU_WORKSPACE nothingToRun'],
    [{ ...MODEL, GONGYOU_MODEL_URL: '' }, 'GONGYOU_MODEL_URL modelUrlMissing'],
    [{ ...MODEL, GONGYOU_MODEL: '' }, 'GONGYOU_MODEL modelMissing'],
    [{ ...MODEL, GONGYOU_MODEL_USE: '' }, 'GONGYOU_MODEL_USE modelUseMissing'],
    [{ ...MODEL, GONGYOU_MODEL_USE: 'chat' }, 'GONGYOU_MODEL_USE modelUse'],
    [{ ...MODEL, GONGYOU_MODEL: 'two words' }, 'GONGYOU_MODEL model'],
    [{ ...MODEL, GONGYOU_MODEL_KEY: 'a\nb' }, 'GONGYOU_MODEL_KEY modelKey'],
    [{ ...MODEL, GONGYOU_MODEL_URL: 'ftp://127.0.0.1/v1' }, 'GONGYOU_MODEL_URL modelUrl'],
    [{ ...MODEL, GONGYOU_MODEL_URL: 'http://me:pw@127.0.0.1/v1' }, 'GONGYOU_MODEL_URL modelUrl'],
    [{ ...MODEL, GONGYOU_MODEL_URL: 'http://127.0.0.1/v1?key=1' }, 'GONGYOU_MODEL_URL modelUrl'],
    [
      { ...MODEL, GONGYOU_MODEL_URL: 'http://model.example.org/v1', GONGYOU_MODEL_KEY: 'k' },
      'GONGYOU_MODEL_KEY modelKeyOpen',
    ],
  ])('%o are refused: %s', (env, wrong) => {
    expect(wrongIn(env)).toEqual([wrong]);
  });

  it('may open the workspace to others behind a password', () => {
    expect(
      wrongIn({ HOST: '0.0.0.0', GONGYOU_WORKSPACE: 'open', GONGYOU_WORKSPACE_PASSWORD: 'long enough' }),
    ).toEqual([]);
  });

  it('may name a model in full, and its key where it stays secret', () => {
    expect(wrongIn(MODEL)).toEqual([]);
    expect(wrongIn({ ...MODEL, GONGYOU_MODEL_KEY: 'k' })).toEqual([]);
    expect(wrongIn({ ...MODEL, GONGYOU_MODEL_URL: 'http://[::1]:8080/v1', GONGYOU_MODEL_KEY: 'k' })).toEqual(
      [],
    );
    expect(
      wrongIn({ ...MODEL, GONGYOU_MODEL_URL: 'https://model.example.org/v1', GONGYOU_MODEL_KEY: 'k' }),
    ).toEqual([]);
  });

  it('of a model that is only begun name all that is missing', () => {
    expect(wrongIn({ GONGYOU_MODEL_KEY: 'k' })).toEqual([
      'GONGYOU_MODEL_URL modelUrlMissing',
      'GONGYOU_MODEL modelMissing',
      'GONGYOU_MODEL_USE modelUseMissing',
    ]);
  });

  it('give people their roles', () => {
    const read = readSettings({ GONGYOU_ROLES: 'admin:U1; organiser:U2,U3 ;cadre: U4' });

    if ('wrong' in read) throw new Error('refused');
    expect([...read.settings.GONGYOU_ROLES]).toEqual([
      ['U1', 'admin'],
      ['U2', 'organiser'],
      ['U3', 'organiser'],
      ['U4', 'cadre'],
    ]);
  });

  it('are all in .env.example, with their defaults', () => {
    const lines = readFileSync('.env.example', 'utf8')
      .split('\n')
      .filter((line) => /^[A-Z]/.test(line))
      .map((line) => line.split('=') as [string, string]);

    expect(lines.map(([name]) => name).sort()).toEqual(Object.keys(Settings.shape).sort());
    expect(readSettings(Object.fromEntries(lines))).toEqual(readSettings({}));
  });

  it('that are wrong have a sentence in every language', () => {
    expect(Object.keys(textsIn('en').settings)).toEqual(Object.keys(textsIn('zh-CN').settings));
  });
});
