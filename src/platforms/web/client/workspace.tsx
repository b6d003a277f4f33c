import { useEffect } from 'preact/hooks';
import { useApp } from './app-context.ts';
import { Conversation } from './conversation.tsx';
import { FormDialog } from './form-dialog.tsx';
import { HomePage } from './home-page.tsx';
import { Sidebar } from './sidebar.tsx';
import { ThreadPanel } from './thread-panel.tsx';

const NOTICE_MS = 6000;

/** The whole page: sidebar, what is in view, the thread beside it, and what lies over them. */
export function Workspace() {
  const { model, doing, words } = useApp();
  const { view, thread, form, drawer } = model;
  return (
    <div class={`workspace${thread ? ' with-thread' : ''}${drawer ? ' with-drawer' : ''}`}>
      <button type="button" class="skip" onClick={() => document.getElementById('main')?.focus()}>
        {words.nav.skip}
      </button>
      <Sidebar />
      {drawer && (
        <button
          type="button"
          class="backdrop"
          aria-label={words.nav.close}
          onClick={() => doing.set({ drawer: false })}
        />
      )}
      {view.kind === 'home' ? <HomePage /> : <Conversation channel={view.id} />}
      {view.kind === 'channel' && thread && <ThreadPanel channel={view.id} root={thread} />}
      {form && <FormDialog open={form} key={form.form.title} />}
      <Notice />
      <div class="unseen" role="log" aria-live="polite">
        {model.heard}
      </div>
    </div>
  );
}

function Notice() {
  const { model, doing, words } = useApp();
  const { notice } = model;
  useEffect(() => {
    if (!notice) return;
    const timer = setTimeout(() => doing.set({ notice: undefined }), NOTICE_MS);
    return () => clearTimeout(timer);
  }, [notice]);
  return (
    <div class="notices" role="status">
      {notice && <p class={notice.bad ? 'notice bad' : 'notice'}>{notice.text}</p>}
      {model.offline && !notice && <p class="notice bad">{words.problems.offline('')}</p>}
    </div>
  );
}
