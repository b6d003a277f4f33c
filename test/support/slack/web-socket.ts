import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';

const MAGIC = '258EAFA5-E914-47DA-95CA-C5AB0DC85B11';
const TEXT = 1;
const CLOSE = 8;
const PING = 9;
const PONG = 10;

export type Connection = {
  send(message: object): void;
  /** Cuts it off without a farewell. */
  drop(): void;
  readonly open: boolean;
};

/** The server's end of a WebSocket, as far as Socket Mode needs it. RFC 6455. */
export function acceptSocket(
  request: IncomingMessage,
  socket: Duplex,
  heard: (message: unknown) => void,
  ended: () => void,
): Connection {
  const accept = createHash('sha1')
    .update(`${request.headers['sec-websocket-key']}${MAGIC}`)
    .digest('base64');
  socket.write(
    `HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${accept}\r\n\r\n`,
  );
  let open = true;
  let held: Buffer = Buffer.alloc(0);
  const write = (opcode: number, body: Buffer): void => {
    if (open) socket.write(frame(opcode, body));
  };
  socket.on('data', (chunk: Buffer) => {
    held = Buffer.concat([held, chunk]);
    for (let read = unframe(held); read; read = unframe(held)) {
      held = read.rest;
      if (read.opcode === TEXT) heard(JSON.parse(read.body.toString('utf8')));
      if (read.opcode === PING) write(PONG, read.body);
      if (read.opcode === CLOSE) {
        write(CLOSE, read.body);
        open = false;
        socket.end();
      }
    }
  });
  socket.on('error', () => {});
  socket.on('close', () => {
    open = false;
    ended();
  });
  return {
    send: (message) => write(TEXT, Buffer.from(JSON.stringify(message))),
    drop: () => socket.destroy(),
    get open() {
      return open;
    },
  };
}

function frame(opcode: number, body: Buffer): Buffer {
  const first = 0x80 | opcode;
  if (body.length < 126) return Buffer.concat([Buffer.from([first, body.length]), body]);
  const head = Buffer.alloc(body.length < 65_536 ? 4 : 10);
  head[0] = first;
  if (body.length < 65_536) {
    head[1] = 126;
    head.writeUInt16BE(body.length, 2);
  } else {
    head[1] = 127;
    head.writeBigUInt64BE(BigInt(body.length), 2);
  }
  return Buffer.concat([head, body]);
}

/** The first frame of what came, if it is whole. Clients mask theirs, and send short ones unfragmented. */
function unframe(bytes: Buffer): { opcode: number; body: Buffer; rest: Buffer } | undefined {
  if (bytes.length < 2) return undefined;
  const short = (bytes[1] ?? 0) & 0x7f;
  const lengthBytes = short === 126 ? 2 : short === 127 ? 8 : 0;
  const maskAt = 2 + lengthBytes;
  if (bytes.length < maskAt + 4) return undefined;
  const length =
    short === 126 ? bytes.readUInt16BE(2) : short === 127 ? Number(bytes.readBigUInt64BE(2)) : short;
  const bodyAt = maskAt + 4;
  if (bytes.length < bodyAt + length) return undefined;
  const mask = bytes.subarray(maskAt, bodyAt);
  const body = Buffer.from(
    bytes.subarray(bodyAt, bodyAt + length).map((byte, at) => byte ^ (mask[at % 4] ?? 0)),
  );
  return { opcode: (bytes[0] ?? 0) & 0x0f, body, rest: bytes.subarray(bodyAt + length) };
}
