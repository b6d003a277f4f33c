import { describe, expect, it } from 'vitest';
import { days } from '../src/world.ts';
import { HALL, pressOf, stage, textOf } from './support/stage.ts';

/** A bot that is in no channel, but reaches every person. */
function outside() {
  const on = stage();
  on.chat.befall((key) => (/^(poll|event|ticket)\./.test(key) ? 'never' : 'arrives'));
  const told = (person: string): string[] => on.chat.inboxOf(person).map(({ card }) => textOf(card));
  return { ...on, told };
}

describe('what the messenger does not take', () => {
  it('is told to the author of a poll, once', async () => {
    const { command, pass, told, workplace } = outside();

    await command('cadre', 'poll "去哪里" "香山" "颐和园"');
    await workplace.pulse();
    await pass(days(1));

    expect(told('cadre')).toEqual([expect.stringContaining('“去哪里”没有发出去')]);
  });

  it('is told to the organiser of a training', async () => {
    const { send, press, workplace, told, world } = outside();
    const filled = { title: '培训', place: '三楼', startsAt: world.now() + days(2), channel: HALL };
    const reply = await send('organiser', { act: 'event.plan', input: {} }, filled);
    if (!('show' in reply)) throw new Error('no dry run');

    await press('organiser', pressOf(reply.show, '确认发出'));
    await workplace.pulse();

    expect(told('organiser')).toEqual([expect.stringContaining('没有发到频道里')]);
  });

  it('is told to whoever asked the desk', async () => {
    const { press, workplace, told } = outside();

    await press('en-ann', { act: 'desk.send', input: { ticket: 'ticket-1', question: 'Who answers?' } });
    await workplace.pulse();

    expect(told('en-ann')).toEqual([expect.stringMatching(/could not be passed on[\s\S]*Who answers\?/)]);
  });
});
