-- Logs in with a wrong password, again and again.
wrk.method = "POST"
wrk.path = "/api/v1/sessions"
wrk.headers["Content-Type"] = "application/json"
wrk.body = '{"username": "admin", "password": "not the right one"}'
