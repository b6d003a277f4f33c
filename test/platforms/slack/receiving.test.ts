import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Form } from '../../../src/view/form.ts';
import { SAMPLE_FORM } from '../../support/cards.ts';
import { createDelivery } from '../../support/slack/people.ts';
import { buttonsOf, linesOf } from '../../support/slack/shown.ts';
import { BOT } from '../../support/slack-double.ts';
import { ANN, BOB, eventually, HALL, startUnion } from './scene.ts';

const said = (text: string) => ({ blocks: [{ kind: 'text', text }] }) as const;
const nobody = { to: 'nobody' } as const;
const button = (label: string, act: string) => ({ label, press: { act, input: null } });
const buttons = (...all: ReturnType<typeof button>[]) =>
  ({ blocks: [{ kind: 'buttons', buttons: all }] }) as const;
const smallForm: Form = {
  title: '提问',
  send: '问',
  cancel: '取消',
  press: { act: 'ask', input: {} },
  fields: [{ kind: 'text', name: 'question', label: '问题', most: 500 }],
};

describe.each(['http', 'socket'] as const)('what Slack sends again, by %s', (mode) => {
  it('has the same id each time', async () => {
    const { people, heard } = await startUnion(mode);
    const { body } = people.mentionBody(ANN, HALL, '在吗');

    await people.deliver('events_api', body);
    await people.deliver('events_api', body, { num: 1, reason: 'http_timeout' });
    await people.deliver('events_api', body, { num: 2, reason: 'http_timeout' });
    await eventually(() => expect(heard).toHaveLength(3));

    expect(new Set(heard.map(({ id }) => id)).size).toBe(1);
  });

  it('has the same id where it is a pressed button, and another where it is pressed again', async () => {
    const { people, platform, workplace, heard } = await startUnion(mode);
    await platform.post({ channel: HALL, direct: false }, buttons(button('去', 'go')), {
      key: 'k',
      attempt: 1,
    });
    const [message] = workplace.read(HALL);
    if (!message) throw new Error('no message');
    const once = people.pressBody(ANN, message, '去');

    await people.deliver('interactive', once);
    await people.deliver('interactive', once);
    await people.press(ANN, message, '去');
    await eventually(() => expect(heard).toHaveLength(3));

    const [first, same, other] = heard.map(({ id }) => id);
    expect(same).toBe(first);
    expect(other).not.toBe(first);
  });
});

describe('what is for nobody here', () => {
  const dm = {
    channel: `D${ANN.slice(1)}`,
    channel_type: 'im',
    type: 'message',
    ts: '1.1',
    text: '在吗',
    user: ANN,
    team: BOT.team,
  };

  it.each([
    ['the bot’s own words', { ...dm, user: BOT.user }],
    ['another bot’s', { ...dm, bot_id: 'B0OTHER' }],
    ['an old integration’s', { ...dm, subtype: 'bot_message', bot_id: 'B0OTHER', user: undefined }],
    [
      'an edit',
      {
        ...dm,
        subtype: 'message_changed',
        message: { ...dm, text: '新' },
        previous_message: dm,
        user: undefined,
      },
    ],
    ['a deletion', { ...dm, subtype: 'message_deleted', deleted_ts: '1.1' }],
    ['that somebody joined', { ...dm, subtype: 'channel_join' }],
    ['a message in a channel', { ...dm, channel: HALL, channel_type: 'channel' }],
    ['somebody of another workplace in a shared channel', { ...dm, team: 'T0OTHER', user_team: 'T0OTHER' }],
    ['a mention in a direct message, which comes as a message too', { ...dm, type: 'app_mention' }],
    ['the messages tab opened', { type: 'app_home_opened', user: ANN, channel: dm.channel, tab: 'messages' }],
    ['a shape we do not know', { ...dm, ts: 7 }],
  ])('is acknowledged and let be: %s', async (_, event) => {
    const { people, heard } = await startUnion('http');

    const delivered = await people.deliver('events_api', people.eventBody(event));
    await people.write(BOB, '我在');
    await eventually(() => expect(heard).not.toEqual([]));

    expect(delivered.status).toBe(200);
    expect(heard.map(({ by }) => by)).toEqual([BOB]);
  });

  it('is what is done in another workplace', async () => {
    const { people, heard, double } = await startUnion('http');
    const foreign = {
      ...people.mentionBody(ANN, HALL, '在吗').body,
      team_id: 'T0OTHER',
      authorizations: [{ team_id: 'T0OTHER' }],
    };
    const command = {
      command: '/gongyou',
      text: '问',
      team_id: 'T0OTHER',
      channel_id: 'C1',
      user_id: 'U1',
      response_url: double.responseUrl(ANN, HALL),
      trigger_id: '1.2',
    };

    expect((await people.deliver('events_api', foreign)).status).toBe(200);
    expect((await people.deliver('slash_commands', command)).status).toBe(200);
    await people.write(BOB, '我在');
    await eventually(() => expect(heard).not.toEqual([]));

    expect(heard.map(({ by }) => by)).toEqual([BOB]);
  });

  it('is still heard where a file came with the words', async () => {
    const { people, heard } = await startUnion('http');

    await people.deliver(
      'events_api',
      people.eventBody({ ...dm, subtype: 'file_share', text: '这张工资条对吗' }),
    );
    await eventually(() => expect(heard).toHaveLength(1));

    expect(heard[0]?.did).toEqual({ kind: 'message', text: '这张工资条对吗' });
  });
});

describe('the door', () => {
  it('is closed to what Slack did not sign, and to what it signed long ago', async () => {
    const { double, platform, people, heard } = await startUnion('http');
    const { body } = people.mentionBody(ANN, HALL, '在吗');
    const stranger = createDelivery(double, () => ({ url: platform.where, secret: 'f'.repeat(32) }));
    const text = JSON.stringify(body);
    const old = String(Math.floor(Date.now() / 1000) - 600);
    const signature = createHmac('sha256', '0123456789abcdef0123456789abcdef')
      .update(`v0:${old}:${text}`)
      .digest('hex');

    const unsigned = await stranger('events_api', body);
    const stale = await fetch(platform.where, {
      method: 'POST',
      body: text,
      headers: {
        'content-type': 'application/json',
        'x-slack-request-timestamp': old,
        'x-slack-signature': `v0=${signature}`,
      },
    });

    expect([unsigned.status, stale.status]).toEqual([401, 401]);
    expect(heard).toEqual([]);
  });

  it('says that it is open, and nothing else', async () => {
    const { platform } = await startUnion('http');

    const health = await fetch(new URL('/healthz', platform.where));
    const other = await fetch(new URL('/other', platform.where));

    expect([health.status, await health.json()]).toEqual([200, { ok: true }]);
    expect(other.status).toBe(404);
  });

  it('lets in nothing that is larger than a megabyte', async () => {
    const { people } = await startUnion('http');

    const delivered = await people.deliver('events_api', {
      ...people.mentionBody(ANN, HALL, '长').body,
      padding: 'x'.repeat(1_100_000),
    });

    expect(delivered.status).toBe(413);
  });

  it('acknowledges a command before the bot has thought, and an event when it has, within three seconds', async () => {
    let answer = (_: typeof nobody): void => {};
    const thinking = new Promise<typeof nobody>((resolve) => {
      answer = resolve;
    });
    const { people, heard } = await startUnion('http', ({ did }) =>
      did.kind === 'command' || heard.length < 3 ? thinking : nobody,
    );
    const timed = async (work: Promise<unknown>): Promise<number> => {
      const began = Date.now();
      await work;
      return Date.now() - began;
    };

    const command = await timed(people.command(ANN, HALL, '问 加班费'));
    const slowEvent = await timed(people.mention(ANN, HALL, '加班费'));
    const quickEvent = await timed(people.mention(ANN, HALL, '年假'));
    answer(nobody);

    expect(heard).toHaveLength(3);
    expect(command).toBeLessThan(1000);
    expect(slowEvent).toBeGreaterThan(2400);
    expect(slowEvent).toBeLessThan(2900);
    expect(quickEvent).toBeLessThan(1000);
  });
});

describe('what is written', () => {
  it('has names in place of ids, and is what was typed', async () => {
    const { people, heard } = await startUnion('http');

    await people.mention(
      ANN,
      HALL,
      `<@${BOB}> 和 <@U0NOBODY> 说 1 &lt; 2，见 <https://a.example/x?a=1&amp;b=2> <#${HALL}|hall>`,
    );
    await eventually(() => expect(heard).toHaveLength(1));

    expect(heard[0]?.did).toEqual({
      kind: 'message',
      text: '@Bob Li 和 @U0NOBODY 说 1 < 2，见 https://a.example/x?a=1&b=2 #hall',
    });
  });

  it('is answered in the thread it was written in', async () => {
    const { people, heard, workplace } = await startUnion('http');
    const root = workplace.post({ channel: HALL, text: '开头', user: BOB, bot: false });

    await people.mention(ANN, HALL, '接着问', root.ts);
    const first = await people.mention(ANN, HALL, '另问');
    await people.write(ANN, '私下问');
    await eventually(() => expect(heard).toHaveLength(3));

    expect(heard.map(({ at }) => at)).toEqual([
      { channel: HALL, direct: false, thread: root.ts },
      { channel: HALL, direct: false, thread: first.ts },
      { channel: workplace.direct(ANN).id, direct: true },
    ]);
  });

  it('is whispered to the asker of a mention, in its thread, and plainly written in a direct message', async () => {
    const { people, workplace } = await startUnion('http', () => ({ to: 'asker', show: said('只告诉您') }));

    const message = await people.mention(ANN, HALL, '问');
    await people.write(ANN, '问');

    await eventually(() => expect(workplace.whispers).toHaveLength(1));
    expect(workplace.whispers[0]).toMatchObject({ user: ANN, channel: HALL, thread: message.ts });
    await eventually(() => expect(workplace.read(workplace.direct(ANN).id).at(-1)?.text).toBe('只告诉您'));
  });

  it('reaches the asker by direct message where they cannot be whispered to', async () => {
    const { people, workplace, double } = await startUnion('http', () => ({
      to: 'asker',
      show: said('只告诉您'),
    }));
    double.fault({ method: 'chat.postEphemeral', is: 'error', error: 'user_not_in_channel' });

    await people.mention(ANN, HALL, '问');

    await eventually(() => expect(workplace.read(workplace.direct(ANN).id).at(-1)?.text).toBe('只告诉您'));
  });
});

describe('“Ask about this”', () => {
  it('asks what the message says, to be answered in the asker’s direct message, and says so', async () => {
    const { people, heard, workplace } = await startUnion('http');
    const message = workplace.post({ channel: HALL, text: '<@U0BOB> 年假几天？', user: BOB, bot: false });

    await people.askAbout(ANN, message);

    await eventually(() => expect(workplace.whispers).toHaveLength(1));
    expect(heard[0]).toMatchObject({
      by: ANN,
      at: { channel: workplace.direct(ANN).id, direct: true },
      did: { kind: 'message', text: '@Bob Li 年假几天？' },
    });
    expect(workplace.whispers[0]?.text).toContain('私信');
  });

  it('still asks where the direct message cannot be opened', async () => {
    const { people, heard, workplace, double } = await startUnion('http');
    double.fault({ method: 'conversations.open', is: 'status', status: 500 });

    await people.askAbout(ANN, workplace.post({ channel: HALL, text: '年假几天？', user: BOB, bot: false }));

    await eventually(() => expect(heard).toHaveLength(1));
    expect(heard[0]).not.toHaveProperty('at');
  });
});

describe('a pressed button', () => {
  const posted = async (mode: 'http' | 'socket', answers: Parameters<typeof startUnion>[1]) => {
    const union = await startUnion(mode, answers);
    const root = union.workplace.post({ channel: HALL, text: '问', user: ANN, bot: false });
    await union.platform.post(
      { channel: HALL, direct: false, thread: root.ts },
      buttons(button('去', 'go')),
      { key: 'k', attempt: 1 },
    );
    const message = union.workplace.read(HALL).at(-1);
    if (!message) throw new Error('no message');
    return { ...union, root, message };
  };

  it('knows the thread it stands in, and is answered there', async () => {
    const { people, message, root, heard, workplace } = await posted('http', () => ({
      to: 'asker',
      show: said('好'),
    }));

    await people.press(BOB, message, '去');

    await eventually(() => expect(workplace.whispers).toHaveLength(1));
    expect(heard[0]?.at).toEqual({ channel: HALL, direct: false, thread: root.ts });
    expect(workplace.whispers[0]).toMatchObject({ user: BOB, thread: root.ts });
    expect(workplace.read(HALL).at(-1)?.edits).toBe(0);
  });

  it('is replaced by an edit where the response address is worn out', async () => {
    const { people, message, workplace } = await posted('http', () => ({ to: 'card', show: said('发出了') }));
    const body = {
      ...people.pressBody(BOB, message, '去'),
      response_url: `${workplace.next('http://127.0.0.1:9/')}`,
    };

    await people.deliver('interactive', body);

    await eventually(() => expect(workplace.read(HALL).at(-1)).toMatchObject({ text: '发出了', edits: 1 }));
  });

  it('opens a form, which remembers the place', async () => {
    const { people, message, root, heard, workplace } = await posted('http', ({ did }) =>
      did.kind === 'press' ? { to: 'form', open: smallForm } : nobody,
    );

    await people.press(BOB, message, '去');
    await eventually(() => expect(workplace.modal(BOB)).toBeDefined());
    await people.submit(BOB, { question: ' 年假？ ' });

    expect(heard.at(-1)).toMatchObject({
      at: { channel: HALL, direct: false, thread: root.ts },
      did: { filled: { question: '年假？' } },
    });
    expect(workplace.modal(BOB)).toBeUndefined();
  });

  it('that is none of ours is said to work no longer', async () => {
    const { people, message, heard, workplace } = await posted('http', () => nobody);
    const body = people.pressBody(BOB, message, '去') as { actions: object[] };

    await people.deliver('interactive', { ...body, actions: [{ ...body.actions[0], value: 'old' }] });

    await eventually(() => expect(workplace.whispers.at(-1)?.text).toContain('no longer works'));
    expect(heard).toEqual([]);
  });

  it('says so where the form could no longer open', async () => {
    const { people, message, workplace, double } = await posted('http', () => ({
      to: 'form',
      open: smallForm,
    }));
    double.fault({ method: 'views.open', is: 'error', error: 'expired_trigger_id' });

    await people.press(ANN, message, '去');

    await eventually(() => expect(workplace.whispers.at(-1)?.text).toContain('表单没能打开'));
  });
});

describe('a form', () => {
  const formed = async (answers: Parameters<typeof startUnion>[1], mode: 'http' | 'socket' = 'http') => {
    const union = await startUnion(mode, (incoming) =>
      incoming.did.kind === 'command'
        ? { to: 'form', open: SAMPLE_FORM }
        : (answers ?? (() => nobody))(incoming),
    );
    await union.people.command(ANN, HALL, '培训');
    await eventually(() => expect(union.workplace.modal(ANN)).toBeDefined());
    return union;
  };
  const shown = (union: Awaited<ReturnType<typeof formed>>): string =>
    linesOf(union.workplace.modal(ANN) ?? { blocks: [] }).join('\n');

  it('has words about a field that it does not have under its last', async () => {
    const union = await formed(() => ({ to: 'fields', wrong: { title: '太长', other: '没有这一项' } }));

    await union.people.submit(ANN);

    expect(union.workplace.modal(ANN)?.errors).toEqual({ title: '太长', people: '没有这一项' });
  });

  it('is followed by another', async () => {
    const union = await formed(() => ({ to: 'form', open: smallForm }));

    await union.people.submit(ANN);

    expect(shown(union)).toContain('问题');
    expect(union.workplace.stackOf(ANN)).toHaveLength(1);
  });

  it('shows buttons of what comes of it, which answer on top and in place', async () => {
    const union = await formed(({ did }) => {
      if (did.kind === 'send')
        return { to: 'asker', show: buttons(button('看看', 'look'), button('发出', 'go')) };
      return did.kind === 'press' && did.act === 'look'
        ? { to: 'asker', show: said('三个人') }
        : { to: 'card', show: said('已发出') };
    });
    await union.people.submit(ANN);
    const first = union.workplace.modal(ANN);
    if (!first) throw new Error('nothing shown');

    await union.people.press(ANN, first, '看看');
    await eventually(() => expect(union.workplace.stackOf(ANN)).toHaveLength(2));
    expect(shown(union)).toContain('三个人');
    await union.people.press(ANN, first, '发出');

    await eventually(() =>
      expect(linesOf(union.workplace.stackOf(ANN)[0] ?? { blocks: [] })).toContain('已发出'),
    );
    expect(union.heard.at(-1)?.at).toEqual({ channel: HALL, direct: false });
  });

  it.each(['http', 'socket'] as const)(
    'that takes long says that it is being saved, and then what came of it, by %s',
    async (mode) => {
      let answer = (_: { to: 'asker'; show: ReturnType<typeof said> }): void => {};
      const union = await formed(() => new Promise((resolve) => (answer = resolve)), mode);
      const began = Date.now();

      const delivered = await union.people.submit(ANN);
      const passed = Date.now() - began;

      expect(delivered.status).toBe(200);
      expect(passed).toBeGreaterThanOrEqual(2400);
      expect(passed).toBeLessThan(3000);
      expect(shown(union)).toContain('正在保存');
      answer({ to: 'asker', show: said('三个人会收到') });
      await eventually(() => expect(shown(union)).toContain('三个人会收到'));
    },
  );

  it('that takes long and is wrong says what is wrong', async () => {
    const union = await formed(
      () =>
        new Promise((resolve) => setTimeout(resolve, 2700, { to: 'fields', wrong: { title: '题目太长' } })),
    );

    await union.people.submit(ANN);

    await eventually(() => expect(shown(union)).toContain('题目太长'));
  });

  it('that is none of ours is closed', async () => {
    const union = await formed(() => nobody);
    const body = union.people.submitBody(ANN, {}) as { view: object };

    const delivered = await union.people.deliver('interactive', {
      ...body,
      view: { ...body.view, private_metadata: 'old' },
    });

    expect(delivered.status).toBe(200);
    expect(union.heard.map(({ did }) => did.kind)).toEqual(['command']);
  });
});

describe('the home page', () => {
  it('is drawn again after what was done from it, in a form too', async () => {
    let opened = 0;
    const union = await startUnion('http', ({ did }) => {
      if (did.kind === 'home') return { to: 'home', show: buttons(button(`第${++opened}次`, 'ask.form')) };
      return did.kind === 'press' ? { to: 'form', open: smallForm } : nobody;
    });
    const label = () => buttonsOf(union.workplace.homes.get(ANN)?.blocks ?? []).map((it) => it.text.text);
    await union.people.openHome(ANN);
    await eventually(() => expect(label()).toEqual(['第1次']));
    const home = union.workplace.homes.get(ANN);
    if (!home) throw new Error('no home');

    await union.people.press(ANN, home, '第1次');
    await eventually(() => expect(union.workplace.modal(ANN)).toBeDefined());
    await union.people.submit(ANN, { question: '年假？' });

    await eventually(() => expect(label()).toEqual(['第2次']));
    expect(union.heard.map(({ did }) => did.kind)).toEqual(['home', 'press', 'send', 'home']);
    expect(union.heard[1]).not.toHaveProperty('at');
    expect(union.double.problems).toEqual([]);
  });

  it('shows over itself what is for the asker', async () => {
    const union = await startUnion('http', ({ did }) =>
      did.kind === 'home'
        ? { to: 'home', show: buttons(button('结束', 'close')) }
        : { to: 'asker', show: said('已结束') },
    );
    await union.people.openHome(ANN);
    await eventually(() => expect(union.workplace.homes.get(ANN)).toBeDefined());
    const home = union.workplace.homes.get(ANN);
    if (!home) throw new Error('no home');

    await union.people.press(ANN, home, '结束');

    await eventually(() => expect(linesOf(union.workplace.modal(ANN) ?? { blocks: [] })).toContain('已结束'));
  });
});

describe('an answer that cannot be shown', () => {
  it('is owned up to', async () => {
    const tooLong = {
      blocks: [
        { kind: 'buttons', buttons: [{ label: '问', press: { act: 'a', input: '问'.repeat(3000) } }] },
      ],
    } as const;
    const union = await startUnion('http', () => ({ to: 'asker', show: tooLong }));

    await union.people.command(ANN, HALL, '问');

    await eventually(() => expect(union.workplace.whispers.at(-1)?.text).toContain('没能显示'));
    expect(union.lines.filter(({ level }) => level === 'error')).toHaveLength(1);
  });
});
