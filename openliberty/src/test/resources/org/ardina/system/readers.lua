-- Asks for one page as ever other readers: each time with another User-Agent. Argument: what that begins with.
local counter = 0
local agent = ""

function init(arguments)
  agent = arguments[1]
end

function request()
  counter = counter + 1
  wrk.headers["User-Agent"] = agent .. counter
  return wrk.format()
end
