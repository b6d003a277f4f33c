import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Dispatch, Incoming, Platform } from '../../src/platforms/port.ts';
import type { Block } from '../../src/view/card.ts';
import type { Field, Filled } from '../../src/view/form.ts';
import type { Reply } from '../../src/view/reply.ts';
import { SAMPLE_BLOCKS, SAMPLE_CARDS, SAMPLE_FIELDS, SAMPLE_FORM, wordsOf } from '../support/cards.ts';

/** A messenger with the bot in it, started, and two people in a channel with it. */
export type Scene = {
  readonly platform: Platform;
  readonly channel: string;
  readonly people: readonly [ann: string, bob: string];
  /** The name of the first. */
  readonly annsName: string;
  /** All that this person can read of the bot's in the channel, the direct message, an open form, the home page. */
  seen(person: string): string[] | Promise<string[]>;
  /** Writes to the bot in the direct message. */
  say(person: string, text: string): Promise<void>;
  mention(person: string, text: string): Promise<void>;
  command(person: string, text: string): Promise<void>;
  openHome(person: string): Promise<void>;
  /** Presses the button so named on what was shown last. */
  press(person: string, label: string): Promise<void>;
  /** Sends the open form, with these fields filled in anew; `undefined`: emptied. */
  fill(person: string, typed: { readonly [field: string]: Filled[string] | undefined }): Promise<void>;
  close(): Promise<void>;
};

/** What a platform must hold to. `open` starts it with this dispatch. */
export function platformContract(name: string, open: (dispatch: Dispatch) => Promise<Scene>): void {
  describe(`${name} as a platform`, () => {
    let heard: Incoming[];
    let answer: (incoming: Incoming) => Reply;
    let scene: Scene;

    beforeEach(async () => {
      heard = [];
      answer = () => ({ to: 'nobody' });
      scene = await open(async (incoming) => {
        heard.push(incoming);
        return answer(incoming);
      });
    });
    afterEach(() => scene.close());

    const last = async (): Promise<Incoming> => {
      await vi.waitFor(() => expect(heard).not.toEqual([]));
      return heard.at(-1) as Incoming;
    };
    const eventually = (person: string, words: string): Promise<void> =>
      vi.waitFor(async () => expect((await scene.seen(person)).join('\n')).toContain(words));
    const here = () => ({ channel: scene.channel, direct: false });

    describe.each(Object.keys(SAMPLE_BLOCKS) as Block['kind'][])('a card with a %s', (kind) => {
      const card = SAMPLE_CARDS[kind];

      it('is posted with all its words, in a channel and to a person', async () => {
        const [ann] = scene.people;
        const inChannel = await scene.platform.post(here(), card, { key: 'a', attempt: 1 });
        const direct = await scene.platform.post({ person: ann }, card, { key: 'b', attempt: 1 });

        expect([inChannel.kind, direct.kind]).toEqual(['done', 'done']);
        for (const word of wordsOf(card)) await eventually(ann, word);
      });

      it('is shown to the asker with all its words', async () => {
        const [ann] = scene.people;
        answer = () => ({ to: 'asker', show: card });

        await scene.command(ann, 'x');

        for (const word of wordsOf(card)) await eventually(ann, word);
      });
    });

    describe('a post', () => {
      it('is found by its key, and nothing is found by another', async () => {
        const since = Date.now() - 1000;
        const posted = await scene.platform.post(here(), SAMPLE_CARDS.text, {
          key: 'poll.survey-1',
          attempt: 1,
        });

        const found = await scene.platform.find(here(), 'poll.survey-1', since);
        const other = await scene.platform.find(here(), 'poll.survey-2', since);

        expect(found).toEqual(posted);
        expect(other).toEqual({ kind: 'done', is: undefined });
      });

      it('is found in a direct message too', async () => {
        const to = { person: scene.people[0] };
        const posted = await scene.platform.post(to, SAMPLE_CARDS.text, { key: 'reminder.1', attempt: 2 });

        expect(await scene.platform.find(to, 'reminder.1', Date.now() - 1000)).toEqual(posted);
      });

      it('shows what it was edited to, and no more what it was', async () => {
        const [ann] = scene.people;
        const before = { blocks: [{ kind: 'text', text: '还没有人投票' }] } as const;
        const posted = await scene.platform.post(here(), before, { key: 'p', attempt: 1 });
        if (posted.kind !== 'done') throw new Error(posted.why);

        const edited = await scene.platform.edit(posted.is, {
          blocks: [{ kind: 'text', text: '一人投了票' }],
        });

        expect(edited).toEqual({ kind: 'done', is: null });
        await eventually(ann, '一人投了票');
        expect((await scene.seen(ann)).join('\n')).not.toContain('还没有人投票');
      });

      it('never arrives where there is no such channel', async () => {
        const nowhere = { channel: 'C0NOWHERE', direct: false };

        expect(await scene.platform.post(nowhere, SAMPLE_CARDS.text, { key: 'n', attempt: 1 })).toMatchObject(
          { kind: 'never' },
        );
      });
    });

    describe('what people do', () => {
      it('comes as a message, from the direct message', async () => {
        const [ann] = scene.people;

        await scene.say(ann, '加班费怎么算 & <b>？');

        const { by, at, did } = await last();
        expect(did).toEqual({ kind: 'message', text: '加班费怎么算 & <b>？' });
        expect(by).toBe(ann);
        expect(at?.direct).toBe(true);
      });

      it('comes as a message without the mention, to be answered in the thread', async () => {
        await scene.mention(scene.people[0], '加班费怎么算？');

        const { at, did } = await last();
        expect(did).toEqual({ kind: 'message', text: '加班费怎么算？' });
        expect(at).toMatchObject({ channel: scene.channel, direct: false, thread: expect.any(String) });
      });

      it('comes as a command, with what follows it', async () => {
        await scene.command(scene.people[1], 'poll “去哪儿” "甲" "乙"');

        expect((await last()).did).toEqual({ kind: 'command', text: 'poll “去哪儿” "甲" "乙"' });
      });

      it('comes as opening the home page, which shows the answer', async () => {
        const [ann] = scene.people;
        answer = () => ({ to: 'home', show: SAMPLE_CARDS.list });

        await scene.openHome(ann);

        expect(await last()).toMatchObject({ by: ann, did: { kind: 'home' } });
        await eventually(ann, '报名培训');
      });

      it('comes with an id that is printable, short, and its own', async () => {
        await scene.say(scene.people[0], '一');
        await scene.say(scene.people[0], '一');
        await vi.waitFor(() => expect(heard).toHaveLength(2));

        expect(new Set(heard.map(({ id }) => id)).size).toBe(2);
        for (const { id } of heard) expect(id).toMatch(/^[\x21-\x7e]{1,150}$/);
      });

      it('never comes from the bot itself', async () => {
        await scene.platform.post({ person: scene.people[0] }, SAMPLE_CARDS.text, { key: 'a', attempt: 1 });
        await scene.say(scene.people[0], '在吗');

        await last();
        expect(heard.map(({ did }) => did)).toEqual([{ kind: 'message', text: '在吗' }]);
      });
    });

    describe('a pressed button', () => {
      it.each([
        ['words of any kind', { text: '“甲”\n<!channel> 👩‍🏭 𠮷 "\\' }],
        ['numbers and nothing', { option: 3, none: null, deep: [{ a: [true] }] }],
        ['nothing at all', null],
      ])('brings its act and input back: %s', async (_, input) => {
        const [ann] = scene.people;
        const buttons = [
          { label: '别的', press: { act: 'other', input: 0 } },
          { label: '按我', press: { act: 'it', input } },
        ];
        await scene.platform.post(
          here(),
          { blocks: [{ kind: 'buttons', buttons }] },
          { key: 'b', attempt: 1 },
        );

        await scene.press(ann, '按我');

        expect(await last()).toMatchObject({ by: ann, at: here(), did: { kind: 'press', act: 'it', input } });
      });

      it('is replaced with its card where the answer is a card', async () => {
        const [ann] = scene.people;
        await scene.platform.post(here(), SAMPLE_CARDS.buttons, { key: 'b', attempt: 1 });
        answer = () => ({ to: 'card', show: { blocks: [{ kind: 'text', text: '已经发出' }] } });

        await scene.press(ann, '去');

        await eventually(ann, '已经发出');
        expect(await scene.seen(ann)).not.toContain('不去');
      });

      it('votes in a tally', async () => {
        await scene.platform.post(here(), SAMPLE_CARDS.tally, { key: 'b', attempt: 1 });

        await scene.press(scene.people[1], '选“看电影”');

        const { did } = await last();
        expect(did).toEqual({ kind: 'press', act: 'poll.vote', input: { survey: 'survey-1', option: 1 } });
      });
    });

    describe('a form', () => {
      const opened = async (): Promise<string> => {
        const [ann] = scene.people;
        answer = () => ({ to: 'form', open: SAMPLE_FORM });
        await scene.command(ann, 'x');
        await eventually(ann, SAMPLE_FORM.title);
        heard.length = 0;
        answer = () => ({ to: 'nobody' });
        return ann;
      };

      it.each(Object.keys(SAMPLE_FIELDS) as Field['kind'][])(
        'shows its field of the kind %s',
        async (kind) => {
          const ann = await opened();
          const { label } = SAMPLE_FIELDS[kind];

          await eventually(ann, label);
          if (SAMPLE_FORM.intro) await eventually(ann, SAMPLE_FORM.intro);
        },
      );

      it('sends what it was offered with, and no field that is empty', async () => {
        const ann = await opened();

        await scene.fill(ann, {});

        const { did, by, at } = await last();
        expect(did).toEqual({
          kind: 'send',
          act: 'event.plan',
          input: { from: '工友' },
          filled: {
            title: '安全生产培训',
            options: ['甲', '乙'],
            kind: '60',
            leads: ['1440'],
            'starts-at': SAMPLE_FIELDS.moment.value,
          },
        });
        expect(by).toBe(ann);
        expect(at).toEqual(here());
      });

      it('sends what was typed, of every kind', async () => {
        const ann = await opened();
        const typed = {
          title: '消防 & <演练>',
          options: ['丙', '丁'],
          kind: '1440',
          leads: ['1440', '60'],
          'starts-at': Date.UTC(2027, 0, 2, 3, 30),
          channel: scene.channel,
          people: [...scene.people],
        };

        await scene.fill(ann, typed);

        expect((await last()).did).toMatchObject({ kind: 'send', filled: typed });
      });

      it('leaves out a field that was emptied', async () => {
        const ann = await opened();

        await scene.fill(ann, { leads: undefined });

        const { did } = await last();
        expect(did.kind === 'send' && Object.keys(did.filled)).not.toContain('leads');
      });

      it('stays open with words under the field that is wrong', async () => {
        const ann = await opened();
        answer = () => ({ to: 'fields', wrong: { title: '题目太长了' } });

        await scene.fill(ann, {});

        await eventually(ann, '题目太长了');
        await eventually(ann, SAMPLE_FIELDS.moment.label);
      });

      it('shows the asker what comes of it', async () => {
        const ann = await opened();
        answer = () => ({ to: 'asker', show: SAMPLE_CARDS.facts });

        await scene.fill(ann, {});

        await eventually(ann, '职工之家三楼');
      });
    });

    describe('people', () => {
      it('are the members of a channel, without the bot', async () => {
        const members = await scene.platform.members(scene.channel);

        expect(members.kind === 'done' && members.is).toEqual(expect.arrayContaining([...scene.people]));
        expect(members.kind === 'done' && members.is.some((it) => /gongyou|^bot$/i.test(it))).toBe(false);
      });

      it('are not found in a channel that is none', async () => {
        expect(await scene.platform.members('C0NOWHERE')).toMatchObject({ kind: 'never' });
      });

      it('have a name, and one whom nobody knows has the id for it', async () => {
        expect((await scene.platform.person(scene.people[0])).name).toBe(scene.annsName);
        expect(await scene.platform.person('U0NOBODY')).toEqual({ name: 'U0NOBODY' });
      });
    });
  });
}
