"""What Redis does in one step for us: scripts in its Lua, which nothing comes in between.

Each value is a string under `68k1:v:` and its key, with a time to live. An index for each quota, a sorted set, has a
member `bytes:key` for each value, in the order in which they end; `68k1:bytes` has the sum of each quota. A server that
forgets a value by itself (`maxmemory-policy`) leaves its member behind, until its time has come.

Every write clears away some of what has ended or is too much in its quota, so nothing else need do it. There is no
LRU of our own: links and pages are stored anew while they are in use, so what ends first was used last. All times are
those of the server.
"""

#: In front of everything that we keep there; another number where older values can no longer be read.
PREFIX = "68k1:"
VALUES = f"{PREFIX}v:"
#: All that is no value, without which the counting begins anew.
BOOKS = (f"{PREFIX}bytes", *(f"{PREFIX}index:{quota}" for quota in range(4)))
#: What an entry takes beside its value, 280 to 520 as measured: in the table of keys, that of times, and the index.
ENTRY_BYTES = 350

_COMMON = (
    f"local PREFIX, ENTRY = '{PREFIX}', {ENTRY_BYTES}"
    """
local now = redis.call('TIME')
now = now[1] * 1000 + math.floor(now[2] / 1000)

local function index(quota)
  return PREFIX .. 'index:' .. quota
end

-- How long the value of a key is, 0 where there is none; what is no string is none of ours.
local function length(key)
  local kind = redis.call('TYPE', key).ok
  if kind ~= 'string' then
    if kind ~= 'none' then redis.call('DEL', key) end
    return 0
  end
  return redis.call('STRLEN', key)
end

local function drop(quota, member, bytes)
  if redis.call('ZREM', index(quota), member) == 1 then
    redis.call('HINCRBY', PREFIX .. 'bytes', quota, -(bytes + ENTRY))
    return true
  end
end

-- Take a value that is still there out of the books.
local function forget(key, bytes)
  for quota = 0, 3 do
    if drop(quota, bytes .. ':' .. key, bytes) then return end
  end
end

local function note(quota, key, bytes, ends)
  if redis.call('ZADD', index(quota), ends, bytes .. ':' .. key) == 1 then
    redis.call('HINCRBY', PREFIX .. 'bytes', quota, bytes + ENTRY)
  end
end

local function put(quota, key, value, lives)
  local old = length(key)
  if old > 0 then forget(key, old) end
  redis.call('SET', key, value, 'PX', lives)
  note(quota, key, #value, now + lives)
end

local function split(member)
  local bytes, key = string.match(member, '^(%d+):(.*)$')
  return tonumber(bytes), key
end

-- Delete what ends first in a quota while it has more than `most`, a few hundred at once.
local function shrink(quota, most, earliest)
  local size = tonumber(redis.call('HGET', PREFIX .. 'bytes', quota) or 0)
  if size <= most then return end
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', index(quota), earliest, '+inf', 'LIMIT', 0, 300)) do
    if size <= most then return end
    local bytes, key = split(member)
    if length(key) == bytes then redis.call('DEL', key) end
    drop(quota, member, bytes)
    size = size - bytes - ENTRY
  end
end

-- Take what has ended out of the books, and make room. What lives for less than ten minutes goes by itself soon
-- enough; among what is small, it is what limits and claims rest on.
local function tidy(quota, most)
  for _, member in ipairs(redis.call('ZRANGEBYSCORE', index(quota), '-inf', now, 'LIMIT', 0, 100)) do
    drop(quota, member, (split(member)))
  end
  shrink(quota, most, now + (quota == 0 and 600000 or 0))
end
"""
)

#: KEYS: the key. ARGV: quota, the bytes it may have, the life in milliseconds, the value.
SET = (
    "#!lua\n"
    + _COMMON
    + """
local quota = tonumber(ARGV[1])
put(quota, KEYS[1], ARGV[4], tonumber(ARGV[3]))
tidy(quota, tonumber(ARGV[2]))
"""
)

#: KEYS: the keys. ARGV: quota, the bytes it may have, the life, then a value for each key. Returns what is stored.
ADD = (
    "#!lua\n"
    + _COMMON
    + """
local quota, lives, stored = tonumber(ARGV[1]), tonumber(ARGV[3]), {}
for number, key in ipairs(KEYS) do
  local old = length(key)
  if old == 0 then
    put(quota, key, ARGV[number + 3], lives)
  elseif redis.call('PTTL', key) < lives then
    redis.call('PEXPIRE', key, lives)
    for each = 0, 3 do
      redis.call('ZADD', index(each), 'XX', 'GT', now + lives, old .. ':' .. key)
    end
  end
  stored[number] = redis.call('GET', key)
end
tidy(quota, tonumber(ARGV[2]))
return stored
"""
)

#: KEYS: the key. ARGV: the bytes its quota may have, the life where it begins, what is added. Returns the sum.
INCREMENT = (
    "#!lua\n"
    + _COMMON
    + """
local key, lives, old = KEYS[1], tonumber(ARGV[2]), length(KEYS[1])
local value = old > 0 and redis.call('GET', key) or ''
-- Longer ones Redis cannot count with.
local sum = tonumber(ARGV[3])
if not string.match(value, '^-?%d+$') or #value > 18 then
  put(0, key, ARGV[3], lives)
else
  local left = redis.call('PTTL', key)
  sum = redis.call('INCRBY', key, ARGV[3])
  local new = redis.call('STRLEN', key)
  if new ~= old then
    forget(key, old)
    note(0, key, new, now + math.max(left, 0))
  end
end
tidy(0, tonumber(ARGV[1]))
return sum
"""
)

#: KEYS: the key. ARGV: the value that it must have, or nothing.
DELETE = (
    "#!lua flags=allow-oom\n"
    + _COMMON
    + """
local old = length(KEYS[1])
if old > 0 and (#ARGV == 0 or redis.call('GET', KEYS[1]) == ARGV[1]) then
  forget(KEYS[1], old)
  redis.call('UNLINK', KEYS[1])
end
"""
)

#: What is done when the server has no memory left. ARGV: the bytes that each quota may have, in order.
MAKE_ROOM = (
    "#!lua flags=allow-oom\n"
    + _COMMON
    + """
local fullest, share = 0, 0
for quota = 0, 3 do
  tidy(quota, tonumber(ARGV[quota + 1]))
  local part = tonumber(redis.call('HGET', PREFIX .. 'bytes', quota) or 0) / tonumber(ARGV[quota + 1])
  if part > share then fullest, share = quota, part end
end
shrink(fullest, (share - 1 / 32) * tonumber(ARGV[fullest + 1]), fullest == 0 and now + 600000 or now)
"""
)
