import { BOT } from '../personas.ts';
import type { ChannelState } from '../wire.ts';
import { useApp } from './app-context.ts';
import { Avatar } from './avatar.tsx';
import { Icon } from './icons.tsx';
import { PersonaMenu } from './persona-menu.tsx';
import { Settings } from './settings.tsx';

/** Where one can go, and who one is. On a phone it is a drawer. */
export function Sidebar() {
  const { state, model, doing, words } = useApp();
  const isHome = model.view.kind === 'home';
  return (
    <nav class="sidebar" id="sidebar" aria-label={words.nav.label}>
      <header class="brand">
        <img src="/icon.svg" alt="" width="32" height="32" />
        <p>
          <strong>{words.title}</strong>
          <span>{words.place}</span>
        </p>
        <Settings />
      </header>
      <div class="places">
        <ul>
          <li>
            <button
              type="button"
              class="place"
              aria-current={isHome ? 'page' : undefined}
              onClick={() => void doing.open({ kind: 'home' })}
            >
              <Icon name="home" />
              <span>{words.nav.home}</span>
            </button>
          </li>
        </ul>
        <h2>{words.nav.channels}</h2>
        <ul>
          {state.channels
            .filter(({ direct }) => !direct)
            .map((channel) => (
              <Place channel={channel} key={channel.id} />
            ))}
        </ul>
        <h2>{words.nav.direct}</h2>
        <ul>
          {state.channels
            .filter(({ direct }) => direct)
            .map((channel) => (
              <Place channel={channel} key={channel.id} />
            ))}
        </ul>
      </div>
      <footer>
        <PersonaMenu />
        <p class="quiet">{state.loopback ? words.nav.loopback : words.nav.shared}</p>
      </footer>
    </nav>
  );
}

function Place({ channel }: { channel: ChannelState }) {
  const { model, doing, words } = useApp();
  const { view, unread, language } = model;
  const isHere = view.kind === 'channel' && view.id === channel.id;
  const count = unread[channel.id] ?? 0;
  return (
    <li>
      <button
        type="button"
        class={`place${count > 0 ? ' unread' : ''}`}
        aria-current={isHere ? 'page' : undefined}
        onClick={() => void doing.open({ kind: 'channel', id: channel.id })}
      >
        {channel.direct ? <Avatar by={BOT} small /> : <Icon name="hash" />}
        <span>{channel.name[language]}</span>
        {count > 0 && (
          <span class="count">
            <span aria-hidden="true">{count}</span>
            <span class="unseen">{words.nav.unread(count)}</span>
          </span>
        )}
      </button>
    </li>
  );
}
