package org.ardina.importing.markup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** WordPress' own shortcodes (https://codex.wordpress.org/Shortcode) as HTML; unknown ones stay text. */
final class Shortcodes {

    private static final Pattern CODE = Pattern.compile(
            "\\[(\\[?)(caption|wp_caption|gallery|playlist|audio|video|embed)(?=[\\s/\\]])([^\\]\\[]{0,4000})\\](\\]?)");
    private static final Pattern ATTRIBUTE = Pattern.compile(
            "(?<![a-z_0-9])([a-z_0-9]{1,40}+)\\s?=\\s?(?:\"([^\"]*)\"|'([^']*)'|([^\\s\"']+))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern PICTURE =
            Pattern.compile("^\\s*((?:<a [^>]*>\\s*)?<img [^>]*>(?:\\s*</a>)?)", Pattern.CASE_INSENSITIVE);
    private static final List<String> SOUND_AND_VISION =
            List.of("src", "mp4", "m4v", "webm", "ogv", "flv", "mp3", "m4a", "ogg", "wav", "wma");
    private static final Pattern BARE_ADDRESS = Pattern.compile("\\s(https?://[^\\s\"']+)");
    /** Stands for the name of an address that is given without one. */
    private static final String BARE = "";

    private static final Pattern NOT_DIGITS = Pattern.compile("[^0-9]+");

    private final WordPressMarkup.Gallery gallery;
    private final List<String> notes;

    Shortcodes(WordPressMarkup.Gallery gallery, List<String> notes) {
        this.gallery = gallery;
        this.notes = notes;
    }

    String expand(String content) {
        if (content.indexOf('[') < 0) {
            return content;
        }
        StringBuilder html = new StringBuilder(content.length());
        Matcher code = CODE.matcher(content);
        int position = 0;
        while (code.find(position)) {
            html.append(content, position, code.start());
            String name = code.group(2);
            if (!code.group(1).isEmpty() && !code.group(4).isEmpty()) {
                html.append(content, code.start() + 1, code.end() - 1);
                position = code.end();
                continue;
            }
            int end = code.end() - code.group(4).length();
            String closing = "[/" + name + "]";
            int again = content.indexOf("[" + name, end);
            int close =
                    content.substring(end, again < 0 ? content.length() : again).indexOf(closing);
            boolean encloses = close >= 0 && !code.group(3).endsWith("/");
            String enclosed = encloses ? content.substring(end, end + close) : "";
            html.append(code.group(1)).append(expand(name, attributes(code.group(3)), enclosed));
            position = encloses ? end + close + closing.length() : end;
        }
        return html.append(content, position, content.length()).toString();
    }

    private String expand(String name, Map<String, String> attributes, String enclosed) {
        return switch (name) {
            case "gallery" -> gallery(attributes);
            case "audio", "video" -> media(name, attributes, enclosed);
            case "embed" ->
                link(
                        enclosed.strip().isEmpty()
                                ? attributes.getOrDefault("src", attributes.getOrDefault(BARE, ""))
                                : enclosed.strip());
            case "playlist" -> leftOut(name);
            default -> caption(attributes, enclosed);
        };
    }

    private String gallery(Map<String, String> attributes) {
        String ids = attributes.getOrDefault("ids", attributes.getOrDefault("include", ""));
        List<String> wanted =
                NOT_DIGITS.splitAsStream(ids).filter(id -> !id.isEmpty()).toList();
        List<String> pictures = gallery.pictures(wanted);
        if (pictures.isEmpty()) {
            return leftOut("gallery");
        }
        return pictures.stream()
                .map(picture -> "<img src=\"" + Html.escape(picture) + "\" alt=\"\">")
                .collect(Collectors.joining("\n", "\n\n<figure>", "</figure>\n\n"));
    }

    private String media(String name, Map<String, String> attributes, String enclosed) {
        String address = SOUND_AND_VISION.stream()
                .flatMap(attribute -> Stream.ofNullable(attributes.get(attribute)))
                .findFirst()
                .orElse(enclosed.isBlank() ? attributes.getOrDefault(BARE, "") : enclosed.strip());
        return address.isEmpty() ? leftOut(name) : link(address);
    }

    private String leftOut(String name) {
        String note = "the shortcode [" + name + "] was left out";
        if (!notes.contains(note)) {
            notes.add(note);
        }
        return "";
    }

    private static String link(String address) {
        if (!address.startsWith("http://") && !address.startsWith("https://")) {
            return Html.escape(address);
        }
        String escaped = Html.escape(address.replace("&amp;", "&"));
        return "<a href=\"" + escaped + "\">" + escaped + "</a>";
    }

    private static String caption(Map<String, String> attributes, String enclosed) {
        Matcher picture = PICTURE.matcher(enclosed);
        boolean leads = picture.find();
        String shown = leads ? picture.group(1) : enclosed;
        String rest = leads ? enclosed.substring(picture.end()).strip() : "";
        String caption = rest.isEmpty() ? attributes.getOrDefault("caption", "") : rest;
        String figcaption = caption.isEmpty() ? "" : "<figcaption>" + caption + "</figcaption>";
        return "<figure>" + shown.strip() + figcaption + "</figure>";
    }

    private static Map<String, String> attributes(String text) {
        Map<String, String> attributes = new HashMap<>();
        Matcher bare = BARE_ADDRESS.matcher(text);
        if (bare.find()) {
            attributes.put(BARE, bare.group(1));
        }
        Matcher attribute = ATTRIBUTE.matcher(text);
        while (attribute.find()) {
            String value = Stream.of(2, 3, 4)
                    .flatMap(group -> Stream.ofNullable(attribute.group(group)))
                    .findFirst()
                    .orElse("");
            attributes.putIfAbsent(attribute.group(1).toLowerCase(Locale.ROOT), value);
        }
        return attributes;
    }
}
