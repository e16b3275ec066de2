-- Asks for the addresses of a file, one a line, at random: evenly, or by Zipf's law (exponent 1) in the file's order.
-- Arguments: the file, "even" or "zipf", and a number where other addresses are wanted than without.
local requests = {}
local cumulated = {}
local zipf = false

function init(arguments)
  math.randomseed(tonumber(arguments[3] or 42))
  zipf = arguments[2] == "zipf"
  local sum = 0
  for address in io.lines(arguments[1]) do
    requests[#requests + 1] = wrk.format("GET", address)
    sum = sum + 1 / #requests
    cumulated[#requests] = sum
  end
end

function request()
  if not zipf then
    return requests[math.random(#requests)]
  end
  local wanted = math.random() * cumulated[#cumulated]
  local low, high = 1, #cumulated
  while low < high do
    local middle = math.floor((low + high) / 2)
    if cumulated[middle] < wanted then
      low = middle + 1
    else
      high = middle
    end
  end
  return requests[low]
end
