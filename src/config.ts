import { z } from 'zod';
import { type QuietHours, readQuietHours } from './calendar/quiet.ts';
import { ROLES, type Role } from './people/roles.ts';
import type { Texts } from './texts/index.ts';

/** The sentence that says how to put a setting right. */
export type Wrong = keyof Texts['settings'];

const isZone = (zone: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: zone });
    return true;
  } catch {
    return false;
  }
};

const urlOf = (address: string): URL | undefined => (URL.canParse(address) ? new URL(address) : undefined);

/** Without a name and password, a query or a fragment: none of them would reach the model. */
const isEndpoint = (address: string): boolean => {
  const { protocol, username, password, search, hash } = urlOf(address) ?? {};
  return /^https?:$/.test(protocol ?? '') && `${username}${password}${search}${hash}` === '';
};

const LOOPBACK = /^(127\.\d+\.\d+\.\d+|localhost|::1)$/;
const STORES = /^((redis|rediss)(\+sentinel|\+cluster)?|unix):\/\//;

/** A setting left empty in a file is a setting not made. */
const text = (pattern: RegExp, wrong: Wrong) => z.string().regex(pattern, wrong).optional();
const port = (otherwise: number) =>
  z
    .string()
    .regex(/^\d{1,5}$/, 'port')
    .transform(Number)
    .refine((it) => it <= 65535, 'port')
    .default(otherwise);

/** Every setting, what it must look like, and how to put it right. `.env.example` lists the same. */
export const Settings = z.object({
  PORT: port(3000),
  HOST: z.string().default('127.0.0.1'),
  GONGYOU_WORKSPACE: z.enum(['local', 'open', 'off'], 'workspace').default('local'),
  GONGYOU_WORKSPACE_PASSWORD: text(/^.{8,}$/, 'password'),
  GONGYOU_DATA: z.string().default('.data'),
  GONGYOU_CONTENT: z.string().default('content'),
  REDIS_URL: text(STORES, 'redis'),
  SLACK_BOT_TOKEN: text(/^xoxb-/, 'botToken'),
  SLACK_SIGNING_SECRET: text(/^[0-9a-f]{32}$/i, 'signingSecret'),
  SLACK_APP_TOKEN: text(/^xapp-/, 'appToken'),
  SLACK_API_URL: z.url({ protocol: /^https?$/, error: 'apiUrl' }).default('https://slack.com/api/'),
  SLACK_PORT: port(3001),
  SLACK_HOST: z.string().default('127.0.0.1'),
  GONGYOU_TIME_ZONE: z.string().refine(isZone, 'zone').default('Asia/Shanghai'),
  GONGYOU_LANGUAGE: z.enum(['zh-CN', 'en'], 'language').default('zh-CN'),
  GONGYOU_QUIET_HOURS: z
    .string()
    .transform(readQuietHours)
    .refine((it) => it !== undefined, 'quietHours')
    .default({ from: '21:30', to: '08:00' } satisfies QuietHours),
  GONGYOU_ROLES: z
    .string()
    .transform(readRoles)
    .refine((it) => it !== undefined, 'roles')
    .default(new Map()),
  GONGYOU_DESK: text(/^[CGDUW][A-Z0-9]+$/, 'desk'),
  GONGYOU_MODEL_URL: z.string().refine(isEndpoint, 'modelUrl').optional(),
  GONGYOU_MODEL: text(/^\S{1,200}$/, 'model'),
  GONGYOU_MODEL_KEY: text(/^[\x21-\x7e]{1,1000}$/, 'modelKey'),
  GONGYOU_MODEL_USE: z.enum(['rephrase', 'word', 'both'], 'modelUse').optional(),
  GONGYOU_LOG: z.enum(['silent', 'error', 'warn', 'info'], 'log').default('info'),
});

export type Settings = Omit<z.infer<typeof Settings>, 'GONGYOU_ROLES' | 'GONGYOU_QUIET_HOURS'> & {
  readonly GONGYOU_ROLES: ReadonlyMap<string, Role>;
  readonly GONGYOU_QUIET_HOURS: QuietHours;
};

/** A setting that is wrong, and which sentence of `texts/` says how to put it right. */
export type WrongSetting = { readonly name: string; readonly wrong: Wrong };

export type SettingsRead = { readonly settings: Settings } | { readonly wrong: readonly WrongSetting[] };

/** Reads all settings out of an environment; says all that is wrong with them at once. */
export function readSettings(env: { readonly [name: string]: string | undefined }): SettingsRead {
  const given = Object.fromEntries(
    Object.keys(Settings.shape).flatMap((name) => (env[name]?.trim() ? [[name, env[name]?.trim()]] : [])),
  );
  const read = Settings.safeParse(given);
  const wrong: WrongSetting[] = (read.error?.issues ?? []).map((it) => ({
    name: it.path.join('.'),
    wrong: it.message as Wrong,
  }));
  wrong.push(...together(given, Object.keys(env)));
  if (!read.success || wrong.length > 0) return { wrong };
  return { settings: read.data as Settings };
}

/** What only several settings together can get wrong. */
function together(
  given: { readonly [name: string]: string | undefined },
  names: readonly string[],
): WrongSetting[] {
  const wrong: WrongSetting[] = [];
  const { SLACK_BOT_TOKEN, SLACK_SIGNING_SECRET, SLACK_APP_TOKEN, HOST, GONGYOU_WORKSPACE } = given;
  const isSlackBegun = SLACK_SIGNING_SECRET !== undefined || SLACK_APP_TOKEN !== undefined;
  if (isSlackBegun && SLACK_BOT_TOKEN === undefined)
    wrong.push({ name: 'SLACK_BOT_TOKEN', wrong: 'botTokenMissing' });
  if (SLACK_BOT_TOKEN !== undefined && !isSlackBegun)
    wrong.push({ name: 'SLACK_SIGNING_SECRET', wrong: 'secretMissing' });
  const isOpen = GONGYOU_WORKSPACE === 'open';
  if (HOST !== undefined && !LOOPBACK.test(HOST) && GONGYOU_WORKSPACE !== 'off' && !isOpen)
    wrong.push({ name: 'HOST', wrong: 'hostOpen' });
  if (isOpen && given.GONGYOU_WORKSPACE_PASSWORD === undefined)
    wrong.push({ name: 'GONGYOU_WORKSPACE_PASSWORD', wrong: 'passwordMissing' });
  if (GONGYOU_WORKSPACE === 'off' && SLACK_BOT_TOKEN === undefined)
    wrong.push({ name: 'GONGYOU_WORKSPACE', wrong: 'nothingToRun' });
  wrong.push(...modelTogether(given));
  const known = new Set(Object.keys(Settings.shape));
  for (const name of names)
    if (/^GONGYOU_/.test(name) && !known.has(name)) wrong.push({ name, wrong: 'unknown' });
  return wrong;
}

/** All of what a model needs, or none of it; and no key that others on the network could read. */
function modelTogether(given: { readonly [name: string]: string | undefined }): WrongSetting[] {
  const { GONGYOU_MODEL_URL: url, GONGYOU_MODEL, GONGYOU_MODEL_USE, GONGYOU_MODEL_KEY: key } = given;
  const isBegun = [url, GONGYOU_MODEL, GONGYOU_MODEL_USE, key].some((it) => it !== undefined);
  if (!isBegun) return [];
  const wrong: WrongSetting[] = [];
  if (url === undefined) wrong.push({ name: 'GONGYOU_MODEL_URL', wrong: 'modelUrlMissing' });
  if (GONGYOU_MODEL === undefined) wrong.push({ name: 'GONGYOU_MODEL', wrong: 'modelMissing' });
  if (GONGYOU_MODEL_USE === undefined) wrong.push({ name: 'GONGYOU_MODEL_USE', wrong: 'modelUseMissing' });
  const { protocol, hostname = '' } = urlOf(url ?? '') ?? {};
  if (key !== undefined && protocol === 'http:' && !LOOPBACK.test(hostname.replace(/^\[|\]$/g, '')))
    wrong.push({ name: 'GONGYOU_MODEL_KEY', wrong: 'modelKeyOpen' });
  return wrong;
}

function readRoles(list: string): ReadonlyMap<string, Role> | undefined {
  const roles = new Map<string, Role>();
  for (const part of list.split(';').map((it) => it.trim())) {
    if (part === '') continue;
    const [name = '', people = ''] = part.split(':');
    const role = ROLES.find((it) => it === name.trim());
    const ids = people.split(',').map((it) => it.trim());
    if (!role || ids.some((it) => !/^[A-Za-z0-9_-]+$/.test(it))) return undefined;
    for (const id of ids) roles.set(id, role);
  }
  return roles;
}
