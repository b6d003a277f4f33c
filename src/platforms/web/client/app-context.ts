import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { State } from '../wire.ts';
import type { Doing } from './doing.ts';
import type { Model } from './model.ts';
import type { Words } from './words.ts';

/** What every part of the page may read and do. `state` is there once the server has answered. */
export type App = {
  readonly model: Model;
  readonly state: State;
  readonly doing: Doing;
  readonly words: Words;
};

export const AppContext = createContext<App | undefined>(undefined);

export function useApp(): App {
  const app = useContext(AppContext);
  if (!app) throw new Error('outside of the page');
  return app;
}
