import { createHash } from 'node:crypto';

export type Script = { readonly lua: string; readonly sha: string };

const script = (lua: string): Script => ({ lua, sha: createHash('sha1').update(lua).digest('hex') });

/** How long a receipt is kept: longer than anybody asks about a commit that was cut off. */
const RECEIPT_MS = 60_000;

/**
 * One commit. Redis runs a script with nothing in between; here every check comes before the first write, and the
 * first write is one that Redis refuses when it takes none (memory full, read-only), so that it is all or nothing.
 *
 * A collection is a hash, id → `<version> <json>`, beside a sorted set of its ids. A small hash would be kept by
 * Redis as a list in order of insertion, by which ballots could be told from turnout; the long value of the field
 * '' (no record's id) makes it a table from the start.
 *
 * KEYS: 1 the receipt; then hash and set of each collection.
 * ARGV: 1 name of the commit; 2 '1' when it was sent before and cut off; then for each write five: kind, place of
 * its hash in KEYS, id, version or addend, new value (of an `add`: its version).
 *
 * Gives 0 when it is written, n when the version of write n no longer holds, -n when write n adds to no counter.
 */
export const COMMIT = script(`
local receipt = redis.call('GET', KEYS[1])
if receipt and string.sub(receipt, 1, #ARGV[1] + 1) == ARGV[1] .. ' ' then
  return tonumber(string.sub(receipt, #ARGV[1] + 2))
end
local function note(verdict)
  redis.call('SET', KEYS[1], ARGV[1] .. ' ' .. verdict, 'PX', ${RECEIPT_MS})
end
local most = 9007199254740991
local values, made, uncounted = {}, {}, nil
for at = 3, #ARGV, 5 do
  local kind, id, want = ARGV[at], ARGV[at + 2], ARGV[at + 3]
  local held = redis.call('HGET', KEYS[tonumber(ARGV[at + 1])], id)
  local n = (at + 2) / 5
  made[n] = not held
  if kind == 'add' then
    local number = '0'
    if held then number = string.match(held, '^%d+ (%-?%d+)$') end
    local sum = tonumber(number or 'x')
    if sum and math.abs(sum) <= most then sum = sum + tonumber(want) else sum = nil end
    if sum and math.abs(sum) <= most then
      values[n] = ARGV[at + 4] .. ' ' .. string.format('%.0f', sum)
    elseif not uncounted then
      uncounted = n
    end
  else
    local same = not held
    if want ~= '0' then same = held and string.sub(held, 1, #want + 1) == want .. ' ' end
    if not same then
      if ARGV[2] == '1' then note(n) end
      return n
    end
    values[n] = ARGV[at + 4]
  end
end
if uncounted then return -uncounted end
note(0)
for at = 3, #ARGV, 5 do
  local kind, id = ARGV[at], ARGV[at + 2]
  local place = tonumber(ARGV[at + 1])
  local hash, ids = KEYS[place], KEYS[place + 1]
  local n = (at + 2) / 5
  if kind == 'delete' then
    redis.call('HDEL', hash, id)
    redis.call('ZREM', ids, id)
  elseif kind ~= 'expect' then
    if made[n] then
      if redis.call('EXISTS', hash) == 0 then redis.call('HSET', hash, '', string.rep('.', 4096)) end
      redis.call('ZADD', ids, 0, id)
    end
    redis.call('HSET', hash, id, values[n])
  end
end
return 0
`);

/**
 * Part of a collection at one moment.
 *
 * KEYS: hash and set of the collection. ARGV: '1' when it goes backwards; lower and upper end as of ZRANGEBYLEX;
 * most records. Gives ids and values, each a list, or nothing.
 */
export const LIST = script(`
local ids
if ARGV[1] == '1' then
  ids = redis.call('ZREVRANGEBYLEX', KEYS[2], ARGV[3], ARGV[2], 'LIMIT', 0, ARGV[4])
else
  ids = redis.call('ZRANGEBYLEX', KEYS[2], ARGV[2], ARGV[3], 'LIMIT', 0, ARGV[4])
end
if #ids == 0 then return {} end
return {ids, redis.call('HMGET', KEYS[1], unpack(ids))}
`);
