-- Posts comments of 24 random words, for one reader after another.
-- Arguments: a file of session tokens, one a line; one of words; and a number, with another of which other comments come.
local tokens = {}
local words = {}
local count = 0

function init(arguments)
  math.randomseed(tonumber(arguments[3]))
  for token in io.lines(arguments[1]) do
    tokens[#tokens + 1] = token
  end
  for word in io.lines(arguments[2]) do
    words[#words + 1] = word
  end
end

function request()
  count = count + 1
  local text = {}
  for place = 1, 24 do
    text[place] = words[math.random(#words)] .. (place % 8 == 0 and "." or "")
  end
  return wrk.format("POST", nil, {
    ["Content-Type"] = "application/json",
    ["Authorization"] = "Bearer " .. tokens[count % #tokens + 1],
  }, '{"body":"' .. table.concat(text, " ") .. '"}')
end
