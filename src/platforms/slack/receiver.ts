import type { Server } from 'node:http';
import { type App, HTTPReceiver, type Receiver, SocketModeReceiver } from '@slack/bolt';
import type { Log } from '../../log.ts';
import { seconds } from '../../world.ts';
import { clientOptions } from './calls.ts';
import { sdkLog } from './sdk-log.ts';
import { listenSetup, refusedSetup, SlackSetupError } from './setup-error.ts';
import { keepConnected, socketWhy } from './socket.ts';

/** Largest request that is read. Slack's own are a tenth of it. */
const BODY_LIMIT = 1024 * 1024;
/** How long open connections may take to end. */
const CLOSE_MS = seconds(1);

export type ReceiverOptions = {
  readonly signingSecret: string | undefined;
  /** Given: Socket Mode. */
  readonly appToken: string | undefined;
  readonly apiUrl: string;
  readonly host: string;
  /** 0: any that is free. */
  readonly port: number;
  readonly path: string;
  readonly log: Log;
};

/** How acts reach the bot. */
export type Intake = {
  readonly receiver: Receiver;
  /** Whether an act that is not acknowledged comes again elsewhere, so that it may be left alone when stopping. */
  readonly leavable: boolean;
  /** Resolves with where acts come in. @throws SlackSetupError */
  start(app: App): Promise<string>;
  /** Takes in no more. */
  stop(): Promise<void>;
};

/** @throws SlackSetupError `signing-secret` */
export function openIntake(options: ReceiverOptions): Intake {
  return options.appToken ? socketIntake(options, options.appToken) : httpIntake(options);
}

function httpIntake({ signingSecret, host, port, path, log }: ReceiverOptions): Intake {
  if (!signingSecret) throw new SlackSetupError('signing-secret', {});
  const receiver = new HTTPReceiver({
    signingSecret,
    endpoints: [path],
    logger: sdkLog(log),
    bodyLimit: BODY_LIMIT,
    customRoutes: [
      {
        path: '/healthz',
        method: ['GET'],
        handler: (_, response) => {
          response.writeHead(200, { 'content-type': 'application/json' });
          response.end('{"ok":true}');
        },
      },
    ],
  });
  let server: Server | undefined;
  return {
    receiver,
    leavable: false,
    async start() {
      const listening = receiver.start({ host, port }).catch((error: NodeJS.ErrnoException) => {
        throw listenSetup(error, `${host}:${port}`);
      });
      server = (await listening) as Server;
      const address = server.address();
      const bound = typeof address === 'object' && address ? address.port : port;
      return `http://${host.includes(':') ? `[${host}]` : host}:${bound}${path}`;
    },
    async stop() {
      if (!server) return;
      const timer = setTimeout(() => server?.closeAllConnections(), CLOSE_MS);
      await receiver.stop().finally(() => clearTimeout(timer));
    },
  };
}

function socketIntake({ apiUrl, log }: ReceiverOptions, appToken: string): Intake {
  const receiver = new SocketModeReceiver({
    appToken,
    logger: sdkLog(log),
    autoReconnectEnabled: false,
    installerOptions: { clientOptions: clientOptions(apiUrl, log) },
  });
  const connection = keepConnected(receiver.client, log);
  return {
    receiver,
    leavable: true,
    async start() {
      await connection.start().catch((error: unknown) => {
        throw refusedSetup(socketWhy(error), 'socket-token', apiUrl);
      });
      return 'Socket Mode';
    },
    stop: connection.stop,
  };
}
