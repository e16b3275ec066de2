package org.ardina.article;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlStreamEventReceiver;

/**
 * Mends what a screen reader stumbles over (WCAG 2.2, 1.3.1 and 2.4.4): headings follow one another without leaving out
 * a level, headings and links without content are dropped, and a link that holds only pictures without a text is given
 * the class {@value #PICTURE_LINK}, so that the page can name it.
 */
final class BodyStructure implements HtmlStreamEventReceiver {

    static final String PICTURE_LINK = "picture-link";

    private static final int HEADLINE = 1;
    private static final int DEEPEST = 6;

    private final HtmlStreamEventReceiver output;

    /** The headings under which the text is, as written and as shown. */
    private final Deque<Heading> outline = new ArrayDeque<>();

    private final Deque<String> openHeadings = new ArrayDeque<>();

    /** What was read since a heading or link opened of which it is not known yet whether it says something. */
    private final List<Event> held = new ArrayList<>();

    BodyStructure(HtmlStreamEventReceiver output) {
        this.output = output;
    }

    private record Heading(int written, int shown) {}

    /** @param attributes of an opening tag, names and values in turn; null for a closing tag and for text */
    private record Event(Kind kind, String text, @Nullable List<String> attributes) {

        enum Kind {
            OPEN,
            CLOSE,
            TEXT
        }

        boolean opens(String name) {
            return kind == Kind.OPEN && text.equals(name);
        }
    }

    @Override
    public void openDocument() {
        output.openDocument();
    }

    @Override
    public void closeDocument() {
        release();
        output.closeDocument();
    }

    @Override
    public void openTag(String name, List<String> attributes) {
        // The caller uses its list again.
        Event event = new Event(Event.Kind.OPEN, name, new ArrayList<>(attributes));
        if (name.equals("img") && hasText(attributes)) {
            release();
        }
        if (held.isEmpty() && !isHeading(name) && !name.equals("a")) {
            write(event);
        } else {
            held.add(event);
        }
    }

    @Override
    public void closeTag(String name) {
        if (isHeading(name) || name.equals("a")) {
            int opening = heldOpening(name);
            if (opening >= 0) {
                closeWithoutText(name, opening);
                return;
            }
        }
        Event event = new Event(Event.Kind.CLOSE, name, null);
        if (held.isEmpty()) {
            write(event);
        } else {
            held.add(event);
        }
    }

    @Override
    public void text(String text) {
        if (!text.chars().allMatch(BodyStructure::isBlank)) {
            release();
        }
        if (held.isEmpty()) {
            output.text(text);
        } else {
            held.add(new Event(Event.Kind.TEXT, text, null));
        }
    }

    private void closeWithoutText(String name, int opening) {
        List<Event> within = held.subList(opening, held.size());
        Event first = within.get(0);
        boolean pictured = within.stream().anyMatch(event -> event.opens("img"));
        if (!pictured) {
            within.removeIf(event -> event.kind() != Event.Kind.TEXT);
        } else if (name.equals("a") && first.attributes() != null) {
            first.attributes().add("class");
            first.attributes().add(PICTURE_LINK);
            held.add(new Event(Event.Kind.CLOSE, name, null));
        } else {
            within.remove(0);
        }
        if (pictured || held.stream().noneMatch(event -> event.kind() == Event.Kind.OPEN)) {
            release();
        }
    }

    private int heldOpening(String name) {
        for (int i = held.size() - 1; i >= 0; i--) {
            if (held.get(i).opens(name)) {
                return i;
            }
        }
        return -1;
    }

    private void release() {
        held.forEach(this::write);
        held.clear();
    }

    private void write(Event event) {
        switch (event.kind()) {
            case TEXT -> output.text(event.text());
            case OPEN -> {
                String name = event.text();
                if (isHeading(name)) {
                    name = "h" + shownLevel(name.charAt(1) - '0');
                    openHeadings.push(name);
                }
                output.openTag(name, event.attributes() == null ? List.of() : event.attributes());
            }
            case CLOSE -> {
                String name = event.text();
                output.closeTag(isHeading(name) && !openHeadings.isEmpty() ? openHeadings.pop() : name);
            }
        }
    }

    private int shownLevel(int written) {
        while (!outline.isEmpty() && outline.getFirst().written() >= written) {
            outline.pop();
        }
        int above = outline.isEmpty() ? HEADLINE : outline.getFirst().shown();
        int shown = Math.min(above + 1, DEEPEST);
        outline.push(new Heading(written, shown));
        return shown;
    }

    private static boolean isHeading(String name) {
        return name.length() == 2 && name.charAt(0) == 'h' && name.charAt(1) >= '1' && name.charAt(1) <= '6';
    }

    private static boolean hasText(List<String> attributes) {
        int text = attributes.indexOf("alt");
        return text >= 0 && !attributes.get(text + 1).isBlank();
    }

    private static boolean isBlank(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || character == '\u200b'
                || character == '\ufeff';
    }
}
