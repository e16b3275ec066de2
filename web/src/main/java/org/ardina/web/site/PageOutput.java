package org.ardina.web.site;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;
import java.util.ArrayList;
import java.util.List;
import org.ardina.cache.Hole;

/** Where templates write: escapes by context, keeps out characters that HTML forbids, and notes where holes are. */
final class PageOutput extends OwaspHtmlTemplateOutput {

    private final Utf8ByteOutput bytes;
    private final List<Hole> holes = new ArrayList<>();

    private PageOutput(Utf8ByteOutput bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    static PageOutput empty() {
        return new PageOutput(new Utf8ByteOutput());
    }

    /** Content that stands in a hole for those who are not logged in. */
    static Content hole(String name, Content everybody) {
        return output -> {
            if (output instanceof PageOutput page) {
                page.writeHole(name, everybody);
            } else {
                everybody.writeTo(output);
            }
        };
    }

    private void writeHole(String name, Content everybody) {
        int from = bytes.getContentLength();
        everybody.writeTo(this);
        holes.add(new Hole(name, from, bytes.getContentLength()));
    }

    @Override
    public void writeUserContent(String value) {
        super.writeUserContent(value == null ? null : Printable.of(value));
    }

    Html html() {
        return new Html(bytes.toByteArray(), holes);
    }
}
