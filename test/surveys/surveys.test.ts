import { describe, expect, it } from 'vitest';
import { createDelivery } from '../../src/delivery/index.ts';
import { silentLog } from '../../src/log.ts';
import { memoryEngine } from '../../src/store/engines/memory.ts';
import type { Key, Store } from '../../src/store/port.ts';
import { createSurveys, type Draft } from '../../src/surveys/index.ts';
import { days } from '../../src/world.ts';
import { messenger } from '../support/messenger.ts';
import { buttonsOf, HALL, pressOf, stage, textOf } from '../support/stage.ts';
import { fakeWorld } from '../support/world.ts';

/** Surveys alone; `meddle` is called before every commit, as another instance would. */
function polls(meddle?: (store: Store) => Promise<void>) {
  const world = fakeWorld();
  const store = memoryEngine().store('test');
  const { platform } = messenger();
  const reader = async () => ({ language: 'zh-CN', zone: 'Asia/Shanghai' }) as const;
  const delivery = createDelivery({ store, world, platform, painters: {}, reader, log: silentLog });
  let meddling = false;
  const commit: Store['commit'] = async (writes) => {
    if (meddling && meddle) await meddle(store);
    return store.commit(writes);
  };
  return {
    store,
    world,
    surveys: createSurveys({ store: { ...store, commit }, world, delivery }),
    meddle: () => (meddling = true),
  };
}
const abc: Draft = { title: '去哪里', options: ['甲', '乙', '丙'] };

/** Writes a record again as it is, so that it has another version. */
async function touch(store: Store, key: Key): Promise<void> {
  const found = await store.get(key);
  await store.commit([{ kind: 'put', key, version: found?.version ?? 0, value: found?.value ?? null }]);
}

describe('a poll', () => {
  it.each([
    [{ ...abc, title: ' ' }, 'poll-title-missing'],
    [{ ...abc, title: '长'.repeat(141) }, 'poll-title-too-long'],
    [{ ...abc, options: ['甲', ' '] }, 'poll-too-few-options'],
    [{ ...abc, options: Array.from({ length: 21 }, (_, n) => `o${n}`) }, 'poll-too-many-options'],
    [{ ...abc, options: ['甲', '长'.repeat(76)] }, 'poll-option-too-long'],
    [{ ...abc, options: ['甲', '乙', ' 甲 '] }, 'poll-option-twice'],
  ])('is not opened as %o', async (draft, code) => {
    const { surveys, store } = polls();

    await expect(surveys.open(draft, 'cadre', HALL)).rejects.toMatchObject({ code });
    expect(await store.list('survey', { limit: 1 })).toEqual([]);
  });

  it('may be filled to its limits, and every option voted for', async () => {
    const { surveys } = polls();
    const options = Array.from({ length: 20 }, (_, n) => `${n}${'长'.repeat(73)}`);

    const id = await surveys.open({ title: '长'.repeat(140), options }, 'cadre', HALL);
    for (const [n] of options.entries()) await surveys.answer(id, `p${n}`, n);

    const { rows, people } = await surveys.result(id);
    expect(rows.map(({ count }) => count)).toEqual(options.map(() => 1));
    expect(people).toBe(20);
  });

  it('keeps options apart that differ by their width alone', async () => {
    const { surveys } = polls();
    const id = await surveys.open({ title: '几点', options: ['1００', '100', '１00'] }, 'cadre', HALL);

    await surveys.answer(id, 'ann', 1);

    expect((await surveys.result(id)).rows.map(({ count }) => count)).toEqual([0, 1, 0]);
  });

  it('counts one voice of somebody who votes on two devices at once', async () => {
    const { surveys } = polls();
    const id = await surveys.open(abc, 'cadre', HALL);

    await Promise.all([0, 1, 2, 1, 0, 2].map((option) => surveys.answer(id, 'ann', option)));

    const { rows, people } = await surveys.result(id);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(1);
    expect(people).toBe(1);
  });

  it('closed while people vote counts what it took, and takes no more', async () => {
    const { surveys } = polls();
    const id = await surveys.open(abc, 'cadre', HALL);

    const voting = Array.from({ length: 50 }, (_, n) => surveys.answer(id, `p${n}`, n % 3));
    const [closed, ...votes] = await Promise.allSettled([surveys.close(id, 'cadre', false), ...voting]);

    const taken = votes.filter(({ status }) => status === 'fulfilled').length;
    const { rows, people } = await surveys.result(id);
    expect(closed?.status).toBe('fulfilled');
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(taken);
    expect(people).toBe(taken);
    await expect(surveys.answer(id, 'late', 0)).rejects.toMatchObject({ code: 'poll-closed' });
    await expect(surveys.close(id, 'cadre', false)).rejects.toMatchObject({ code: 'poll-closed' });
  });

  it('is closed by its author or an admin alone', async () => {
    const { surveys } = polls();
    const id = await surveys.open(abc, 'cadre', HALL);

    await expect(surveys.close(id, 'another', false)).rejects.toMatchObject({ code: 'poll-not-yours' });
    await expect(surveys.close('gone', 'cadre', true)).rejects.toMatchObject({ code: 'poll-unknown' });
    expect((await surveys.close(id, 'admin', true)).title).toBe('去哪里');
    expect(await surveys.runningOf('cadre')).toEqual([]);
  });

  it('that others write all the time asks to press again, and counts nothing', async () => {
    const key = { collection: 'survey', id: 'poll-1' };
    const { surveys, meddle } = polls((store) => touch(store, key));
    const id = await surveys.open(abc, 'cadre', HALL);

    meddle();

    await expect(surveys.answer(id, 'ann', 0)).rejects.toMatchObject({ code: 'busy' });
    await expect(surveys.close(id, 'cadre', false)).rejects.toMatchObject({ code: 'busy' });
    expect(await surveys.result(id)).toMatchObject({ people: 0, survey: { title: '去哪里' } });
  });
});

describe('the polls of an author', () => {
  it('stand on the home page, at most twenty, and can be closed there', async () => {
    const { command, home, press } = stage();
    for (let n = 0; n < 25; n++) await command('cadre', `poll "第${n}个" "甲" "乙"`);

    const page = await home('cadre');
    if (page.to !== 'home') throw new Error('no home page');
    const closing = buttonsOf(page.show).filter(({ press: { act } }) => act === 'poll.close');
    const [first] = closing;
    if (!first) throw new Error('nothing to close');
    const closed = await press('cadre', first.press);

    expect(closing).toHaveLength(20);
    expect('show' in closed && textOf(closed.show)).toContain('结束');
    const after = await home('cadre');
    expect('show' in after && textOf(after.show)).not.toContain(first.label);
  });

  it('are nobody else’s', async () => {
    const { command, home } = stage();
    await command('cadre', 'poll "秘密" "甲" "乙"');

    const page = await home('organiser');

    expect('show' in page && textOf(page.show)).not.toContain('秘密');
  });
});

describe('a poll by form', () => {
  it('goes to the channel that was chosen', async () => {
    const { press, send, chat } = stage();
    const form = await press('cadre', { act: 'poll.form', input: {} });
    if (form.to !== 'form') throw new Error('no form');

    await send('cadre', form.open.press, { title: '去哪里', options: ['甲', '乙'], channel: HALL });

    expect(form.open.fields.find(({ name }) => name === 'channel')).toMatchObject({ value: HALL });
    expect(chat.inChannel(HALL)).toHaveLength(1);
  });

  it('needs one', async () => {
    const { send } = stage();

    const reply = await send(
      'cadre',
      { act: 'poll.open', input: {} },
      { title: '去哪里', options: ['甲', '乙'] },
    );

    expect(reply).toMatchObject({ to: 'fields', wrong: { channel: expect.stringContaining('频道') } });
  });

  it('starts with what was typed', async () => {
    const { act } = stage();
    const did = { kind: 'command', text: 'poll "去哪里" "甲" "乙"' } as const;

    const form = await act('cadre', did, { channel: 'dm-cadre', direct: true });

    expect(form).toMatchObject({
      to: 'form',
      open: { fields: [{ value: '去哪里' }, { value: ['甲', '乙'] }, { name: 'channel' }] },
    });
  });

  it('opened long ago can still be voted in', async () => {
    const { command, press, pass, chat } = stage();
    await command('cadre', 'poll "去哪里" "甲" "乙"');
    const card = chat.sent[0]?.card ?? { blocks: [] };

    await pass(days(300));
    await press('ann', pressOf(card, '甲'));

    expect(textOf(chat.sent[0]?.card ?? card)).toContain('"people":1');
  });
});
