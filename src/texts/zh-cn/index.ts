import { answers } from './answers.ts';
import { ask } from './ask.ts';
import { common } from './common.ts';
import { curate } from './curate.ts';
import { desk } from './desk.ts';
import { documents } from './documents.ts';
import { events } from './events.ts';
import { feedback } from './feedback.ts';
import { home } from './home.ts';
import { model } from './model.ts';
import { refusals } from './refusals.ts';
import { search } from './search.ts';
import { settings } from './settings.ts';
import { slack } from './slack.ts';
import { start } from './start.ts';
import { surveys } from './surveys.ts';
import { workspace } from './workspace.ts';

export const zhCn = {
  answers,
  ask,
  common,
  curate,
  desk,
  documents,
  events,
  feedback,
  home,
  model,
  refusals,
  search,
  settings,
  slack,
  start,
  surveys,
  workspace,
};
