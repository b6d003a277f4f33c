import type { ComponentChildren } from 'preact';
import { useApp } from './app-context.ts';
import { ClockMenu } from './clock-menu.tsx';
import { Icon } from './icons.tsx';

/** The line over what is in view: its name, what it is for, the clock; on a phone the way to the drawer. */
export function TopBar({ title, about }: { title: ComponentChildren; about: ComponentChildren }) {
  const { model, doing, words } = useApp();
  return (
    <header class="top-bar">
      <button
        type="button"
        class="icon-button to-drawer"
        aria-label={words.nav.open}
        aria-expanded={model.drawer}
        aria-controls="sidebar"
        onClick={() => doing.set({ drawer: true })}
      >
        <Icon name="menu" />
      </button>
      <div class="heading">
        <h1>{title}</h1>
        <p>{about}</p>
      </div>
      <ClockMenu />
    </header>
  );
}
