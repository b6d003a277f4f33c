import type { Press } from '../../../view/card.ts';
import type { Acted, Message, Shown, Typed } from '../wire.ts';
import type { Holder, Pending, Spot } from './model.ts';
import { withMessage } from './model.ts';
import { freshId, type Server, ServerProblem, type Where } from './server.ts';
import { afterShown } from './shown.ts';

type Parts = { readonly holder: Holder; readonly server: () => Server };

/** What the person does to the bot and the channels: say, press, fill in. */
export function createDeeds({ holder, server }: Parts) {
  const { get, set } = holder;

  const busy = (id: string): void => set(({ busy }) => ({ busy: [...busy, id] }));
  const done = (id: string): void => set(({ busy }) => ({ busy: busy.filter((other) => other !== id) }));
  const problem = (error: unknown): string =>
    error instanceof ServerProblem ? error.message : String(error);
  const complain = (error: unknown): void => set({ notice: { text: problem(error), bad: true } });

  function keep(message: Message): void {
    set(({ loaded, pending }) => {
      const channel = withMessage(loaded[message.channel], message);
      return {
        loaded: channel ? { ...loaded, [message.channel]: channel } : loaded,
        pending: pending.filter(({ id }) => id !== message.act),
      };
    });
  }

  const show = (shown: Shown, spot: Spot): void => set((model) => afterShown(model, shown, spot, freshId()));

  /** Says something in a channel or thread; a command is not posted. */
  async function say(
    where: { channel: string; thread?: string },
    text: string,
    id = freshId(),
  ): Promise<void> {
    const at = get().state?.clock.now ?? Date.now();
    const said: Pending = { id, ...where, text, at };
    set(({ pending }) => ({ pending: [...pending.filter((it) => it.id !== id), said] }));
    busy(id);
    try {
      const acted = await server().say(id, where, text);
      const thread = acted.message && !where.thread ? threadOf(acted, where.channel) : where.thread;
      if (acted.message) keep(acted.message);
      set(({ pending }) => ({ pending: pending.filter((it) => it.id !== id) }));
      show(acted.shown, { channel: where.channel, ...(thread ? { thread } : {}) });
    } catch (error) {
      const failed = problem(error);
      set(({ pending }) => ({ pending: pending.map((it) => (it.id === id ? { ...it, failed } : it)) }));
    } finally {
      done(id);
    }
  }

  /** In a channel the bot answers under the message; in a direct message it just answers. */
  function threadOf({ message, shown }: Acted, channel: string): string | undefined {
    if (channel.startsWith('dm-') || shown.kind === 'nothing') return undefined;
    return message?.id;
  }

  const drop = (id: string): void =>
    set(({ pending }) => ({ pending: pending.filter((it) => it.id !== id) }));

  async function press({ act, input }: Press, spot: Spot): Promise<void> {
    const id = freshId();
    busy(id);
    try {
      show((await server().press(id, whereOf(spot), { act, input })).shown, spot);
    } catch (error) {
      complain(error);
    } finally {
      done(id);
    }
  }

  let sending = '';
  /** Sends the open form; it stays open while something in it is wrong. */
  async function send(typed: Typed): Promise<void> {
    const { form: open } = get();
    if (!open || open.sending) return;
    sending ||= freshId();
    const { problem: _, ...rest } = open;
    set({ form: { ...rest, wrong: {}, sending: true } });
    try {
      const { shown } = await server().send(sending, whereOf(open.spot), open.form.press, typed);
      sending = '';
      if (shown.kind === 'fields') set({ form: { ...rest, wrong: shown.wrong } });
      else {
        closeForm();
        show(shown, open.spot);
      }
    } catch (error) {
      // no answer came: the same id is sent again, so that nothing is done twice
      if (!(error instanceof ServerProblem && error.code === 'offline')) sending = '';
      set({ form: { ...rest, wrong: {}, problem: problem(error) } });
    }
  }

  function closeForm(): void {
    sending = '';
    set({ form: undefined });
  }

  async function openHome(): Promise<void> {
    try {
      show((await server().home(freshId())).shown, {});
    } catch (error) {
      complain(error);
    }
  }

  const dismiss = (id: string): void =>
    set(({ passing }) => ({ passing: passing.filter((it) => it.id !== id) }));

  return { say, drop, press, send, closeForm, openHome, dismiss, keep, complain };
}

const whereOf = ({ channel, thread, message }: Spot): Where => ({
  ...(channel ? { channel } : {}),
  ...(thread ? { thread } : {}),
  ...(message ? { message } : {}),
});
