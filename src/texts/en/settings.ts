import type { settings as zhCn } from '../zh-cn/settings.ts';

export const settings: typeof zhCn = {
  port: 'must be a port from 0 to 65535, e.g. 3000',
  workspace: 'must be local (this machine only), open (behind a password) or off',
  password: 'must have at least 8 characters',
  redis: 'must begin with redis://, rediss://, redis+sentinel:// or redis+cluster://',
  botToken: 'must begin with xoxb-; see OAuth & Permissions in your Slack app',
  signingSecret: 'must be 32 hexadecimal digits; see Basic Information in your Slack app',
  appToken: 'must begin with xapp-; see App-Level Tokens in your Slack app (scope connections:write)',
  apiUrl: 'must be an http or https address, e.g. https://slack.com/api/',
  zone: 'must be an IANA time zone, e.g. Asia/Shanghai',
  language: 'must be zh-CN or en',
  quietHours: 'must look like 21:30-08:00',
  roles: 'must look like admin:U012AB;organiser:U034CD,U056EF;cadre:U078GH',
  desk: 'must be the id of a Slack channel or person, e.g. C012AB',
  log: 'must be silent, error, warn or info',
  modelUrl:
    'must be an http or https address without a name, password or query, e.g. http://127.0.0.1:11434/v1',
  model: 'must be the name of a model, without blanks, e.g. qwen3:8b',
  modelKey: 'must be the key itself, in ASCII and without blanks',
  modelUse: 'must be rephrase (look again in other words), word (word the answer) or both',
  modelUrlMissing:
    'is missing; give the model’s address, e.g. http://127.0.0.1:11434/v1, or leave all of GONGYOU_MODEL… empty',
  modelMissing: 'is missing; name the model, or leave all of GONGYOU_MODEL… empty',
  modelUseMissing: 'is missing; set rephrase, word or both, or leave all of GONGYOU_MODEL… empty',
  modelKeyOpen:
    'would go unencrypted to another machine; give GONGYOU_MODEL_URL an https address, or set no key',
  botTokenMissing: 'is missing; Slack needs the bot token (xoxb-) beside its other settings',
  secretMissing: 'is missing; set it for HTTP mode, or SLACK_APP_TOKEN for Socket Mode',
  hostOpen:
    'would show the workspace to others; use 127.0.0.1, or set GONGYOU_WORKSPACE=open together with a password',
  passwordMissing: 'is missing; an open workspace needs a password',
  nothingToRun: 'without the workspace and without Slack’s settings there is nothing to run',
  unknown: 'is no setting; compare .env.example for a slip of the pen',
};
