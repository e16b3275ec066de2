package org.ardina.importing;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.IOException;
import java.io.Reader;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ardina.importing.markup.PlainText;
import org.codehaus.stax2.XMLInputFactory2;

/** Parsing XML whose writer is not trusted. */
final class SafeXml {

    private static final int DEEPEST = 256;
    private static final int MOST_ATTRIBUTES = 200;
    private static final int LONGEST_ATTRIBUTE = 256 * 1024;
    /** A parsed element takes some hundred bytes. */
    private static final long MOST_ELEMENTS_IN_MEMORY = 1_000_000;

    private static final WstxInputFactory STREAMING = factory();
    private static final WstxInputFactory IN_MEMORY = factory();

    static {
        IN_MEMORY.setProperty(WstxInputProperties.P_MAX_ELEMENT_COUNT, MOST_ELEMENTS_IN_MEMORY);
    }

    private SafeXml() {}

    /** A parser that looks at one element after the other. */
    static XMLStreamReader reader(Reader characters) throws IOException {
        return reader(STREAMING, characters);
    }

    /** A parser for what will be held in memory as a tree, which limits the number of elements. */
    static XMLStreamReader treeReader(Reader characters) throws IOException {
        return reader(IN_MEMORY, characters);
    }

    /** What to tell of a file whose XML the parser refused. */
    static IOException refusal(XMLStreamException refused) {
        if (refused.getNestedException() instanceof IOException cause) {
            return cause;
        }
        if (refused instanceof WstxEOFException) {
            return new SourceException("The file ends in the middle of its XML", refused);
        }
        String message = refused.getMessage() == null ? "" : refused.getMessage();
        // The parser names elements in angle brackets, which are no markup here.
        String readable = PlainText.line(message.replace("<", "“").replace(">", "”"));
        return new SourceException("The XML is broken: " + PlainText.cut(readable, 200), refused);
    }

    private static XMLStreamReader reader(WstxInputFactory factory, Reader characters) throws IOException {
        try {
            return factory.createXMLStreamReader(characters);
        } catch (XMLStreamException refused) {
            throw refusal(refused);
        }
    }

    private static WstxInputFactory factory() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, false);
        // Else the parser reports some errors as unchecked exceptions, when a text is asked for.
        factory.setProperty(XMLInputFactory2.P_LAZY_PARSING, false);
        factory.setProperty(WstxInputProperties.P_MAX_ELEMENT_DEPTH, DEEPEST);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, MOST_ATTRIBUTES);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, LONGEST_ATTRIBUTE);
        return factory;
    }
}
