package org.ardina.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** Somebody who reads pages, fills in forms and keeps cookies, as a browser does, without scripts. */
final class Visitor {

    private final NewsSite site;
    private final Map<String, String> cookies;

    Visitor(NewsSite site) {
        this(site, new LinkedHashMap<>());
    }

    private Visitor(NewsSite site, Map<String, String> cookies) {
        this.site = site;
        this.cookies = cookies;
    }

    /** The same browser, led to another replica of the site. */
    Visitor at(NewsSite replica) {
        return new Visitor(replica, cookies);
    }

    HttpResponse<String> get(String path) {
        return send(site.request(path).header("Sec-Fetch-Site", "same-origin"));
    }

    /** A page that must be there. */
    Document page(String path) {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).as("%s: %s", path, response.body()).isEqualTo(200);
        return Jsoup.parse(response.body());
    }

    /** Sends the form at that place of a page, with these values in it. */
    HttpResponse<String> submit(Document page, String selector, Map<String, String> values) {
        Element form = Objects.requireNonNull(page.selectFirst(selector), () -> selector + " in " + page);
        Map<String, String> fields = new LinkedHashMap<>();
        for (Element field : form.select("input[name], textarea[name]")) {
            fields.put(field.attr("name"), field.hasAttr("value") ? field.attr("value") : field.text());
        }
        fields.putAll(values);
        return post(form.attr("action"), fields);
    }

    HttpResponse<String> post(String path, Map<String, String> fields) {
        return send(site.request(path)
                .header("Sec-Fetch-Site", "same-origin")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode(fields))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        HttpResponse<String> response = site.send(request.build());
        response.headers().allValues("Set-Cookie").forEach(this::keep);
        return response;
    }

    HttpResponse<String> logIn(String username, String password) {
        return submit(page("/login"), "form[action=/login]", Map.of("username", username, "password", password));
    }

    /** The value of a cookie, empty where there is none. */
    String cookie(String name) {
        return cookies.getOrDefault(name, "");
    }

    static String encode(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private void keep(String cookie) {
        int equals = cookie.indexOf('=');
        int end = cookie.indexOf(';');
        String value = cookie.substring(equals + 1, end < 0 ? cookie.length() : end);
        if (value.isEmpty() || value.equals("\"\"")) {
            cookies.remove(cookie.substring(0, equals));
        } else {
            cookies.put(cookie.substring(0, equals), value);
        }
    }
}
