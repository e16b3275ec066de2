package org.ardina.web.site;

import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.Utf8ByteOutput;

/** Where templates write: escapes by context, and keeps out characters that HTML forbids. */
final class PageOutput extends OwaspHtmlTemplateOutput {

    private final Utf8ByteOutput bytes;

    private PageOutput(Utf8ByteOutput bytes) {
        super(bytes);
        this.bytes = bytes;
    }

    static PageOutput empty() {
        return new PageOutput(new Utf8ByteOutput());
    }

    @Override
    public void writeUserContent(String value) {
        super.writeUserContent(value == null ? null : Printable.of(value));
    }

    byte[] toByteArray() {
        return bytes.toByteArray();
    }
}
