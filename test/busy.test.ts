import { describe, expect, it } from 'vitest';
import { memoryEngine } from '../src/store/engines/memory.ts';
import type { Store } from '../src/store/port.ts';
import { days } from '../src/world.ts';
import { HALL, pressOf, stage, textOf } from './support/stage.ts';

/** A bot among many: once `crowd` is called, somebody else is quicker at every commit. */
async function crowded() {
  const whole = memoryEngine().store('test');
  let isCrowded = false;
  const commit: Store['commit'] = async (writes) => {
    const other = writes.find(({ key }) => !/^(seen|stale|outbox)/.test(key.collection));
    return isCrowded && other ? { ok: false, conflict: other.key } : whole.commit(writes);
  };
  const on = stage({ store: { ...whole, commit } });
  const filled = { title: '培训', place: '三楼', startsAt: on.world.now() + days(2), channel: HALL };
  await on.command('cadre', 'poll "去哪里" "甲" "乙"');
  const reply = await on.send('organiser', { act: 'event.plan', input: {} }, filled);
  await on.send('organiser', { act: 'event.plan', input: {} }, filled);
  if (!('show' in reply)) throw new Error('no dry run');
  await on.press('organiser', pressOf(reply.show, '确认发出'));
  await on.press('ann', { act: 'desk.send', input: { ticket: 'ticket-1', question: '谁来答？' } });
  return { ...on, crowd: () => (isCrowded = true) };
}

describe('among too many at once', () => {
  it.each([
    ['admin', 'poll.vote', { survey: 'poll-1', option: 0 }],
    ['cadre', 'poll.close', { survey: 'poll-1' }],
    ['ann', 'event.answer', { event: 'event-1', coming: true }],
    ['organiser', 'event.drop', { event: 'event-2' }],
    ['ann', 'language', { said: 'en' }],
    ['cadre', 'desk.answer', { ticket: 'ticket-1', reply: '好' }],
  ])('%s is asked to press again: %s', async (person, act, input) => {
    const { press, crowd } = await crowded();

    crowd();
    const reply = await press(person, { act, input });

    expect('show' in reply && textOf(reply.show)).toContain('没有成功');
  });
});
