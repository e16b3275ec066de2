-- Asks for addresses where nothing is, and for pages with parameters that mean nothing, none of them twice.
local counter = 0

function init()
  math.randomseed(os.time())
end

function request()
  counter = counter + 1
  local noise = counter .. "-" .. math.random(1000000000)
  local kind = counter % 4
  if kind == 0 then
    return wrk.format("GET", "/articles/junk-" .. noise)
  elseif kind == 1 then
    return wrk.format("GET", "/wp-login-" .. noise .. ".php")
  elseif kind == 2 then
    return wrk.format("GET", "/?utm=" .. noise)
  end
  return wrk.format("GET", "/topics/junk-" .. noise .. "?page=" .. counter)
end
