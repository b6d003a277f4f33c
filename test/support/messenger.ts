import type { Address, Dispatch, Ended, Platform, Posted } from '../../src/platforms/port.ts';
import type { Card } from '../../src/view/card.ts';

export type Sent = {
  readonly id: string;
  readonly to: Address;
  readonly key: string;
  card: Card;
  edits: number;
};

/** What becomes of a post: it arrives and is answered, or one of the ways in which that fails. */
export type Fate = 'arrives' | 'later' | 'never' | 'arrives, answer lost' | 'lost';

/** A messenger in memory, which keeps what was posted and can be told to misbehave. */
export function messenger(channels: { [channel: string]: string[] } = {}) {
  const sent: Sent[] = [];
  let fate: (key: string) => Fate = () => 'arrives';
  const platform: Platform & { dispatch?: Dispatch } = {
    name: 'test',
    async start(dispatch) {
      platform.dispatch = dispatch;
    },
    async stop() {},
    async post(to, card, { key }) {
      const how = fate(key);
      if (how === 'later') return { kind: 'later', retryAfterMs: 1000, why: 'ratelimited' };
      if (how === 'never') return { kind: 'never', why: 'channel_not_found' };
      if (how === 'lost') return { kind: 'unclear', why: 'timeout' };
      const message: Sent = { id: `m${sent.length + 1}`, to, key, card, edits: 0 };
      sent.push(message);
      if (how === 'arrives, answer lost') return { kind: 'unclear', why: 'timeout' };
      return { kind: 'done', is: { channel: placeOf(to), message: message.id } };
    },
    async edit({ message }, card) {
      const found = sent.find((it) => it.id === message);
      if (!found) return { kind: 'never', why: 'message_not_found' };
      found.card = card;
      found.edits += 1;
      return { kind: 'done', is: null };
    },
    async find(to, key): Promise<Ended<Posted | undefined>> {
      const found = sent.find((it) => it.key === key && placeOf(it.to) === placeOf(to));
      return { kind: 'done', is: found && { channel: placeOf(to), message: found.id } };
    },
    async members(channel) {
      const members = channels[channel];
      return members ? { kind: 'done', is: members } : { kind: 'never', why: 'channel_not_found' };
    },
    async person(id) {
      return {
        name: id.toUpperCase(),
        locale: id.startsWith('en-') ? 'en-GB' : 'zh-CN',
        zone: 'Asia/Shanghai',
      };
    },
  };
  return {
    platform,
    sent,
    /** Decides, post by post, what becomes of it. */
    befall(next: (key: string) => Fate) {
      fate = next;
    },
    /** What one person got in their direct message. */
    inboxOf: (person: string) => sent.filter(({ to }) => 'person' in to && to.person === person),
    inChannel: (channel: string) => sent.filter(({ to }) => 'channel' in to && to.channel === channel),
  };
}

const placeOf = (to: Address): string => ('person' in to ? `dm-${to.person}` : to.channel);
