import { createServer } from 'node:net';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import { SlackSetupError } from '../../../src/platforms/slack/index.ts';
import { remark } from '../../../src/platforms/slack/sdk-log.ts';
import { openSlackDouble } from '../../support/slack-double.ts';
import { ANN, eventually, HALL, openUnion, startUnion } from './scene.ts';

const nobody = { to: 'nobody' } as const;
const dispatch = async () => nobody;

let unhandled: unknown[] = [];
const note = (reason: unknown): void => void unhandled.push(reason);
beforeEach(() => {
  unhandled = [];
  process.on('unhandledRejection', note);
});
afterEach(async () => {
  await new Promise((resolve) => setImmediate(resolve));
  process.off('unhandledRejection', note);
  expect(unhandled, 'unhandled rejections').toEqual([]);
});

/** Why the bot does not start. */
async function refusal(union: Awaited<ReturnType<typeof openUnion>>): Promise<SlackSetupError> {
  onTestFinished(() => union.double.close());
  const error = await union.platform.start(dispatch).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(SlackSetupError);
  return error as SlackSetupError;
}

describe('a bot that cannot join', () => {
  it('says that its token is wrong, and how to get the right one', async () => {
    const error = await refusal(await openUnion('http', { botToken: 'xoxb-wrong' }));

    expect(error.code).toBe('token');
    expect(error.words('zh-CN')).toContain('SLACK_BOT_TOKEN');
    expect(error.words('en')).toContain('xoxb-');
    expect(error.message).not.toContain('xoxb-wrong');
  });

  it('says so too where the token is a person’s and no bot’s', async () => {
    const union = await openUnion('http');
    const answer = { ok: true, user_id: ANN, team_id: 'T0UNION' };
    union.double.fault({ method: 'auth.test', is: 'answer', answer });

    expect((await refusal(union)).code).toBe('token');
  });

  it('says that its app token is wrong', async () => {
    const error = await refusal(await openUnion('socket', { appToken: 'xapp-wrong' }));

    expect([error.code, error.words('en')]).toEqual([
      'socket-token',
      expect.stringContaining('connections:write'),
    ]);
  });

  it('says that Slack cannot be reached, and where it looked', async () => {
    const union = await openUnion('http', { apiUrl: 'http://127.0.0.1:9/api' });

    const error = await refusal(union);

    expect([error.code, error.words('zh-CN')]).toEqual([
      'unreachable',
      expect.stringContaining('127.0.0.1:9'),
    ]);
  });

  it('says that Slack is out of order', async () => {
    const union = await openUnion('http');
    union.double.fault({ method: 'auth.test', is: 'status', status: 503 });

    expect((await refusal(union)).code).toBe('unreachable');
  });

  it('says what Slack refused it for, where that is neither', async () => {
    const union = await openUnion('socket');
    union.double.fault({ method: 'apps.connections.open', is: 'error', error: 'forbidden_team' });

    const error = await refusal(union);

    expect([error.code, error.words('en')]).toEqual(['refused', expect.stringContaining('forbidden_team')]);
  });

  it('says that its port is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void holder.close());
    await new Promise((resolve) => holder.once('listening', resolve));
    const address = holder.address();
    const port = typeof address === 'object' && address ? address.port : 0;

    const error = await refusal(await openUnion('http', { port }));

    expect([error.code, error.words('zh-CN')]).toEqual(['port-taken', expect.stringContaining(String(port))]);
  });

  it('says that its host is none of this machine', async () => {
    expect((await refusal(await openUnion('http', { host: '192.0.2.1' }))).code).toBe('host-unknown');
  });

  it('says that the signing secret is missing', async () => {
    expect((await refusal(await openUnion('http', { signingSecret: '' }))).code).toBe('signing-secret');
  });

  it('can be stopped all the same', async () => {
    const union = await openUnion('socket', { appToken: 'xapp-wrong' });
    await refusal(union);

    await expect(union.platform.stop()).resolves.toBeUndefined();
  });
});

describe('a bot that joins', () => {
  it('knows whose workplace it is before it starts', async () => {
    const union = await openUnion('http');
    onTestFinished(() => union.double.close());

    expect(await union.platform.connect()).toBe('T0UNION');
    expect(union.platform.teamId).toBe('T0UNION');
    await union.platform.connect();
    expect(union.double.callsOf('auth.test')).toHaveLength(1);
  });

  it('says which scopes it was not given', async () => {
    const double = await openSlackDouble(['chat:write', 'commands']);
    const { platform, double: other, lines } = await openUnion('http', { apiUrl: double.apiUrl });
    onTestFinished(async () => {
      await double.close();
      await other.close();
    });

    await platform.connect();

    expect(lines).toEqual([
      expect.objectContaining({
        level: 'warn',
        fields: { missing: expect.arrayContaining(['im:write', 'users:read']) },
      }),
    ]);
    expect(JSON.stringify(lines)).not.toContain('chat:write');
  });
});

describe.each(['http', 'socket'] as const)('a bot that stops, by %s', (mode) => {
  it('first ends what it has begun, and takes in nothing new', async () => {
    let answer = (_: typeof nobody): void => {};
    const union = await openUnion(mode);
    onTestFinished(() => union.double.close());
    let ended = false;
    await union.platform.start(async () => {
      await new Promise<typeof nobody>((resolve) => {
        answer = resolve;
      });
      ended = true;
      return nobody;
    });
    const asked = union.people.command(ANN, HALL, '问');
    await eventually(() => expect(String(answer)).not.toBe('(_) => {}'));
    await asked;

    let stopped = false;
    const stopping = union.platform.stop().then(() => {
      stopped = true;
    });
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(stopped).toBe(false);
    answer(nobody);
    await stopping;

    expect(ended).toBe(true);
    await expect(union.people.command(ANN, HALL, '问')).rejects.toThrow();
  });
});

describe('a socket', () => {
  it('takes no event that comes while the bot stops, so that it comes again elsewhere', async () => {
    let answer = (_: typeof nobody): void => {};
    const thinking = new Promise<typeof nobody>((resolve) => {
      answer = resolve;
    });
    const heard: string[] = [];
    const { platform, people, double } = await openUnion('socket');
    onTestFinished(() => double.close());
    await platform.start(async ({ id }) => {
      heard.push(id);
      return thinking;
    });
    await people.command(ANN, HALL, '问');
    await eventually(() => expect(heard).toHaveLength(1));

    const stopping = platform.stop();
    const late = await Promise.race([
      people.write(ANN, '还在吗').catch(() => 'not acknowledged'),
      new Promise((resolve) => setTimeout(resolve, 300, 'not acknowledged')),
    ]);
    answer(nobody);
    await stopping;

    expect(late).toBe('not acknowledged');
    expect(heard).toHaveLength(1);
  });

  it('is followed by another at once after Slack’s farewell, and misses nothing after it', async () => {
    const { double, people, heard } = await startUnion('socket');
    const began = Date.now();

    double.socket.farewell();
    await eventually(() => expect(double.callsOf('apps.connections.open')).toHaveLength(2));
    await eventually(() => expect(double.socket.open).toBe(1));
    const gap = Date.now() - began;
    await people.write(ANN, '还在吗');

    await eventually(() => expect(heard).toHaveLength(1));
    expect(gap).toBeLessThan(1000);
  });

  it('comes back after it was cut off, and after Slack could not be reached for a while', async () => {
    const { double, people, heard, lines } = await startUnion('socket');
    double.fault({ method: 'apps.connections.open', is: 'status', status: 503, times: 2 });
    double.fault({ method: 'apps.connections.open', is: 'cut' });
    double.fault({ method: 'apps.connections.open', is: 'rate-limit', seconds: 1 });

    double.socket.drop();
    await new Promise((resolve) => setTimeout(resolve, 100));
    await expect.poll(() => double.socket.open, { timeout: 15_000 }).toBe(1);
    await people.write(ANN, '还在吗');

    await eventually(() => expect(heard).toHaveLength(1));
    expect(double.callsOf('apps.connections.open')).toHaveLength(6);
    expect(lines.filter(({ message }) => message === 'slack socket not connected')).toHaveLength(4);
  });

  it('hands over what came by the old one and was not acknowledged, with the same id', async () => {
    const { double, people, heard } = await startUnion(
      'socket',
      () => new Promise((resolve) => setTimeout(resolve, 200, nobody)),
    );
    const { body } = people.directBody(ANN, '在吗');

    const lost = people.deliver('events_api', body).catch(() => 'lost');
    await eventually(() => expect(heard).toHaveLength(1));
    double.socket.drop();
    await eventually(() => expect(double.callsOf('apps.connections.open')).toHaveLength(2));
    await eventually(() => expect(double.socket.open).toBe(1));
    await people.deliver('events_api', body, { num: 1, reason: 'timeout' });

    expect(heard).toHaveLength(2);
    expect(heard[1]?.id).toBe(heard[0]?.id);
    await lost;
  });

  it('can be stopped while it is being renewed', async () => {
    const { double, platform } = await openUnion('socket');
    onTestFinished(() => double.close());
    await platform.start(dispatch);
    double.fault({ method: 'apps.connections.open', is: 'slow', ms: 300 });
    double.socket.drop();
    await eventually(() => expect(double.callsOf('apps.connections.open')).toHaveLength(2));
    const began = Date.now();

    await platform.stop();
    await new Promise((resolve) => setTimeout(resolve, 500));

    expect(Date.now() - began).toBeLessThan(3500);
    expect(double.callsOf('apps.connections.open')).toHaveLength(2);
    await eventually(() => expect(double.socket.open).toBe(0));
  });

  it('can be stopped while Slack cannot be reached', async () => {
    const { double, platform } = await openUnion('socket');
    await platform.start(dispatch);
    await double.close();
    await new Promise((resolve) => setTimeout(resolve, 700));
    const began = Date.now();

    await platform.stop();

    expect(Date.now() - began).toBeLessThan(2500);
  });
});

describe('what the SDK remarks', () => {
  it('is kept short, without tokens and tickets', () => {
    const said = remark([
      'token xoxb-1-abc and',
      new Error('xapp-1-A-2'),
      'at wss://slack.example/link?ticket=secret',
      'x'.repeat(500),
    ]);

    expect(said).not.toMatch(/1-abc|1-A-2|secret/);
    expect(said).toContain('wss://slack.example/link?…');
    expect(said.length).toBeLessThanOrEqual(300);
  });
});
