import { readFileSync } from 'node:fs';
import { describe, expect, it, onTestFinished } from 'vitest';
import { faultsOfBlocks, faultsOfView } from '../../support/slack/block-kit.ts';
import { BOT, BOT_TOKEN, openSlackDouble } from '../../support/slack-double.ts';
import { ANN, eventually, HALL, openUnion, startUnion } from './scene.ts';

const sample = (name: string): unknown =>
  JSON.parse(readFileSync(new URL(`../../fixtures/slack/${name}.json`, import.meta.url), 'utf8'));

/** Names in what we send that are not in Slack's sample. What is in lists is left to Block Kit's rules. */
function strange(sent: unknown, known: unknown, path = ''): string[] {
  if (typeof sent !== 'object' || sent === null || Array.isArray(sent)) return [];
  if (typeof known !== 'object' || known === null) return [];
  return Object.entries(sent).flatMap(([name, value]) => {
    const at = `${path}/${name}`;
    return name in known ? strange(value, (known as Record<string, unknown>)[name], at) : [at];
  });
}

describe('what the double sends', () => {
  it('is made of what is in Slack’s own samples', async () => {
    const { people, platform, workplace } = await startUnion('http', () => ({
      to: 'form',
      open: {
        title: '问',
        send: '问',
        cancel: '否',
        press: { act: 'a', input: {} },
        fields: [{ kind: 'text', name: 'q', label: '问', most: 9 }],
      },
    }));
    const buttons = [{ label: '去', press: { act: 'a', input: 1 } }];
    await platform.post(
      { channel: HALL, direct: false },
      { blocks: [{ kind: 'buttons', buttons }] },
      { key: 'k', attempt: 1 },
    );
    const [message] = workplace.read(HALL);
    if (!message) throw new Error('no message');
    await people.command(ANN, HALL, '问');
    await eventually(() => expect(workplace.modal(ANN)).toBeDefined());

    expect(strange(people.mentionBody(ANN, HALL, '问').body, sample('events/app-mention'))).toEqual([]);
    expect(strange(people.directBody(ANN, '问').body, sample('events/message'))).toEqual([]);
    expect(
      strange(
        people.eventBody({ type: 'app_home_opened', user: ANN, channel: 'D1', tab: 'home', event_ts: '1.1' }),
        sample('events/app-home-opened'),
      ),
    ).toEqual([]);
    expect(strange(people.pressBody(ANN, message, '去'), sample('interactions/block-actions'))).toEqual([]);
    // a form's fields, which the sample has empty
    expect(strange(people.submitBody(ANN, {}), sample('interactions/view-submission'))).toEqual([
      '/view/blocks',
      '/view/state/values',
    ]);
  });
});

describe('the double refuses', () => {
  async function call(method: string, args: Record<string, string>, token = BOT_TOKEN) {
    const double = await openSlackDouble();
    onTestFinished(double.close);
    double.workplace.addChannel(HALL, [BOT.user, ANN]);
    const answer = await fetch(`${double.apiUrl}${method}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
      body: new URLSearchParams(args),
    });
    const { ok, error } = (await answer.json()) as { ok: boolean; error?: string };
    return { ok, error, problems: double.problems };
  }
  const header = (text: string) => JSON.stringify([{ type: 'header', text: { type: 'plain_text', text } }]);

  it.each([
    ['a method that Slack does not have', 'chat.postMessages', {}],
    ['an argument that is missing', 'chat.postMessage', { text: 'a' }],
    ['an argument that it does not have', 'chat.postMessage', { channel: HALL, text: 'a', thread: '1' }],
    ['a flag that is none', 'chat.postMessage', { channel: HALL, text: 'a', unfurl_links: 'no' }],
    ['a message without words', 'chat.postMessage', { channel: HALL }],
    [
      'blocks beyond a limit',
      'chat.postMessage',
      { channel: HALL, text: 'a', blocks: header('x'.repeat(151)) },
    ],
    ['metadata of another shape', 'chat.postMessage', { channel: HALL, text: 'a', metadata: '{"key":1}' }],
    [
      'a home page with a title',
      'views.publish',
      { user_id: ANN, view: '{"type":"home","title":"x","blocks":[]}' },
    ],
  ])('%s, and remembers it', async (_, method, args) => {
    const { ok, problems } = await call(method, args as Record<string, string>);

    expect(ok).toBe(false);
    expect(problems).not.toEqual([]);
  });

  it('a token that is not the bot’s', async () => {
    expect(await call('auth.test', {}, 'xoxb-other')).toMatchObject({ ok: false, error: 'invalid_auth' });
  });

  it('a second view for one act, and one that comes too late', async () => {
    const { double } = await openUnion('http');
    onTestFinished(double.close);
    const view = JSON.stringify({
      type: 'modal',
      title: { type: 'plain_text', text: '问' },
      blocks: JSON.parse(header('问')),
    });
    const open = async (trigger_id: string) => {
      const body = new URLSearchParams({ trigger_id, view });
      const answer = await fetch(`${double.apiUrl}views.open`, {
        method: 'POST',
        headers: { authorization: `Bearer ${BOT_TOKEN}` },
        body,
      });
      return ((await answer.json()) as { error?: string }).error;
    };
    const trigger = double.trigger(ANN);

    expect([await open(trigger), await open(trigger), await open('1.2.3')]).toEqual([
      undefined,
      'exchanged_trigger_id',
      'invalid_trigger_id',
    ]);
  });

  it.each([
    ['an id twice', [{ type: 'divider' }]],
    [
      'a block id twice',
      ['a', 'a'].map((block_id) => ({ type: 'header', block_id, text: { type: 'plain_text', text: 'x' } })),
    ],
    ['an empty text', JSON.parse(header(' '))],
    ['more than fifty blocks', Array(51).fill(JSON.parse(header('x'))[0])],
    ['markup', [{ type: 'section', text: { type: 'mrkdwn', text: '*x*' } }]],
  ])('blocks with %s', (_, blocks) => {
    expect(faultsOfBlocks(blocks, 'message')).not.toEqual([]);
  });

  it('a form without a button to send it', () => {
    const title = { type: 'plain_text', text: '问' };
    const input = { type: 'input', label: title, element: { type: 'plain_text_input', action_id: 'text' } };

    expect(faultsOfView({ type: 'modal', title, blocks: [input] })).not.toEqual([]);
    expect(faultsOfView({ type: 'modal', title, submit: title, blocks: [input] })).toEqual([]);
  });
});
