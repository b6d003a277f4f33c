import type { ClusterNode, RedisOptions } from 'ioredis';

/** Without the one option that clients for a server and for a cluster declare differently. */
export type Options = Omit<RedisOptions, 'replyMapping'>;

/** Where Redis is: a server (also one that Sentinels know), or some nodes of a cluster. */
export type RedisPlace =
  | { readonly kind: 'server'; readonly options: Options }
  | { readonly kind: 'cluster'; readonly nodes: ClusterNode[]; readonly options: Options };

type Parts = {
  readonly scheme: string;
  readonly user: Options;
  readonly hosts: string;
  readonly path: string;
  readonly query: URLSearchParams;
};

const FORMS = [
  'redis://[user:password@]host[:port][/db]',
  'redis+sentinel://[user:password@]host[:port],host[:port]/master-name[/db][?sentinelPassword=…]',
  'redis+cluster://[user:password@]host[:port],host[:port]',
  'unix://[user:password@]/path/of/the.sock[?db=n]',
].join('; ');

/**
 * `redis://`, `redis+sentinel://` and `redis+cluster://`, with `rediss` for TLS, and `unix://`.
 *
 * @throws RangeError that says what to put right, without the password
 */
export function parseRedisUrl(url: string): RedisPlace {
  const parts = split(url);
  if (parts.scheme === 'unix') return unix(parts);
  const [transport, kind] = parts.scheme.split('+');
  const tls = transport === 'rediss' ? { tls: {} } : {};
  if (kind === 'sentinel') return sentinel(parts, tls);
  if (kind === 'cluster') return cluster(parts, tls);
  known(parts.query, []);
  const [host, ...more] = hostsOf(parts.hosts, 6379);
  if (more.length > 0)
    throw new RangeError('redis:// takes one host: for several write redis+sentinel:// or redis+cluster://');
  return { kind: 'server', options: { ...host, ...parts.user, ...tls, db: dbOf(parts.path.slice(1)) } };
}

function split(url: string): Parts {
  const [, scheme = '', rest = ''] = /^(rediss?(?:\+sentinel|\+cluster)?|unix):\/\/([^#]*)$/.exec(url) ?? [];
  if (scheme === '') throw new RangeError(`must be one of: ${FORMS} (rediss for TLS)`);
  const [, before = '', query = ''] = /^([^?]*)\??(.*)$/.exec(rest) ?? [];
  const [, authority = '', path = ''] = /^([^/]*)(.*)$/.exec(before) ?? [];
  const at = authority.lastIndexOf('@');
  return {
    scheme,
    user: userOf(at < 0 ? undefined : authority.slice(0, at)),
    hosts: authority.slice(at + 1),
    path,
    query: new URLSearchParams(query),
  };
}

function userOf(credentials: string | undefined): Options {
  if (credentials === undefined) return {};
  const colon = credentials.indexOf(':');
  if (colon < 0) throw new RangeError('before the @ goes user:password, or :password without a user');
  const username = decoded(credentials.slice(0, colon));
  const password = decoded(credentials.slice(colon + 1));
  return { ...(username ? { username } : {}), ...(password ? { password } : {}) };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new RangeError('a % in the user or password is written %25');
  }
}

function hostsOf(hosts: string, usualPort: number): { host: string; port: number }[] {
  return hosts.split(',').map((it) => {
    const [, inBrackets, name, digits] = /^(?:\[([0-9A-Fa-f:.]+)\]|([\w.-]+))(?::(\d{1,5}))?$/.exec(it) ?? [];
    const host = inBrackets ?? name;
    const port = digits === undefined ? usualPort : Number(digits);
    if (host === undefined || port < 1 || port > 65_535)
      throw new RangeError(
        'a host is written name, name:port (1 to 65535) or [IPv6]:port; in a password, / @ : are %2F %40 %3A',
      );
    return { host, port };
  });
}

function dbOf(digits: string): number {
  if (!/^\d{0,5}$/.test(digits)) throw new RangeError('the number of the database is 0, 1, 2 …');
  return Number(digits);
}

function known(query: URLSearchParams, names: readonly string[]): void {
  for (const name of query.keys())
    if (!names.includes(name)) throw new RangeError(`the option ${name} is not known here: ${FORMS}`);
}

function unix({ user, hosts, path, query }: Parts): RedisPlace {
  known(query, ['db']);
  if (hosts !== '' || path.length < 2)
    throw new RangeError('unix:// is followed by a whole path: unix:///run/redis.sock');
  return { kind: 'server', options: { path: decoded(path), ...user, db: dbOf(query.get('db') ?? '') } };
}

function sentinel({ user, hosts, path, query }: Parts, tls: Options): RedisPlace {
  known(query, ['sentinelUsername', 'sentinelPassword']);
  const [name = '', db = '', ...more] = path.split('/').slice(1).map(decoded);
  if (name === '' || more.length > 0)
    throw new RangeError('after the Sentinels goes the name that they know the master by: …/mymaster');
  const sentinelUsername = query.get('sentinelUsername');
  const sentinelPassword = query.get('sentinelPassword');
  return {
    kind: 'server',
    options: {
      sentinels: hostsOf(hosts, 26_379),
      name,
      db: dbOf(db),
      ...user,
      ...(sentinelUsername ? { sentinelUsername } : {}),
      ...(sentinelPassword ? { sentinelPassword } : {}),
      ...(tls.tls ? { ...tls, sentinelTLS: tls.tls, enableTLSForSentinelMode: true } : {}),
    },
  };
}

function cluster({ user, hosts, path, query }: Parts, tls: Options): RedisPlace {
  known(query, []);
  if (dbOf(path.slice(1)) !== 0) throw new RangeError('a cluster has no database but 0');
  return { kind: 'cluster', nodes: hostsOf(hosts, 6379), options: { ...user, ...tls } };
}
