import { useApp } from './app-context.ts';
import { Composer } from './composer.tsx';
import { MessageList } from './message-list.tsx';
import { TopBar } from './top-bar.tsx';

/** A channel or direct message: who is in it, what was said, and where to write. */
export function Conversation({ channel }: { channel: string }) {
  const { state, model, words } = useApp();
  const here = state.channels.find(({ id }) => id === channel);
  if (!here) return <main id="main" class="conversation" tabIndex={-1} />;
  const name = here.name[model.language];
  const placeholder = here.direct ? words.composer.direct : words.composer.channel(name);
  return (
    <main id="main" class="conversation" tabIndex={-1}>
      <TopBar
        title={here.direct ? name : `# ${name}`}
        about={
          <>
            {!here.direct && <span class="people">{words.nav.people(here.members.length)}</span>}
            {here.about[model.language]}
          </>
        }
      />
      <MessageList channel={channel} direct={here.direct} key={`${state.me.id} ${channel}`} />
      <Composer
        channel={channel}
        direct={here.direct}
        label={words.composer.label(here.direct ? name : `#${name}`)}
        placeholder={placeholder}
        key={`composer ${state.me.id} ${channel}`}
      />
    </main>
  );
}
