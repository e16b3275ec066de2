-- Asks for one page as ever other readers: each time from another address, which a proxy tells. Arguments: their
-- User-Agent, and the number of a round, as those of one round are not those of another.
local counter = 0

function init(arguments)
  wrk.headers["User-Agent"] = arguments[1]
  counter = tonumber(arguments[2]) * 2 ^ 20
end

function request()
  counter = counter + 1
  wrk.headers["X-Forwarded-For"] = string.format(
    "10.%d.%d.%d", math.floor(counter / 65536) % 256, math.floor(counter / 256) % 256, counter % 256)
  return wrk.format()
end
