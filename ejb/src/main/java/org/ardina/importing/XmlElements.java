package org.ardina.importing;

import com.ctc.wstx.api.WstxInputProperties;
import com.ctc.wstx.exc.WstxEOFException;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.ardina.importing.markup.PlainText;
import org.codehaus.stax2.XMLInputFactory2;

/** Walks through the elements of an XML file whose writer is not trusted. */
final class XmlElements implements Closeable {

    private static final int DEEPEST = 256;
    private static final WstxInputFactory FACTORY = factory();
    private static final int BEGINNING = 1024;

    private final Reader characters;
    private final XMLStreamReader reader;

    XmlElements(Reader source) throws IOException {
        characters = new LenientXmlReader(source);
        try {
            reader = FACTORY.createXMLStreamReader(characters);
        } catch (XMLStreamException broken) {
            source.close();
            throw refusal(broken);
        }
    }

    /** Opens a file of any size; bytes that are no characters become U+FFFD. */
    static XmlElements open(InputStream source) throws IOException {
        BufferedInputStream in = new BufferedInputStream(source, 64 * 1024);
        in.mark(BEGINNING);
        byte[] beginning = in.readNBytes(BEGINNING);
        in.reset();
        Charset charset = Characters.unicode(beginning);
        charset = charset == null ? Characters.declared(beginning) : charset;
        return new XmlElements(new InputStreamReader(in, charset == null ? StandardCharsets.UTF_8 : charset));
    }

    /** Goes to the beginning of the next element within the current one; false when it has no more. */
    boolean nextChild() throws IOException {
        int event = next();
        while (event != XMLStreamConstants.START_ELEMENT && event != XMLStreamConstants.END_ELEMENT) {
            if (event == XMLStreamConstants.END_DOCUMENT) {
                return false;
            }
            event = next();
        }
        return event == XMLStreamConstants.START_ELEMENT;
    }

    /** Goes to the end of the element at whose beginning this stands. */
    void skip() throws IOException {
        int depth = 1;
        while (depth > 0) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
        }
    }

    /**
     * Reads the text of the element at whose beginning this stands, that of its children included, and goes to its end.
     *
     * @param longest in characters; one more is returned when there are more, the others are passed by
     */
    String text(int longest) throws IOException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            int event = next();
            depth += event == XMLStreamConstants.START_ELEMENT ? 1 : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
            boolean isText = event == XMLStreamConstants.CHARACTERS
                    || event == XMLStreamConstants.CDATA
                    || event == XMLStreamConstants.SPACE;
            if (isText && text.length() <= longest) {
                int length = Math.min(reader.getTextLength(), longest + 1 - text.length());
                text.append(reader.getTextCharacters(), reader.getTextStart(), length);
            }
        }
        return text.toString();
    }

    String name() {
        return reader.getLocalName();
    }

    String namespace() {
        String namespace = reader.getNamespaceURI();
        return namespace == null ? "" : namespace;
    }

    /** The value of an attribute without a namespace, empty when it is absent. */
    String attribute(String name) {
        String value = reader.getAttributeValue(null, name);
        return value == null ? "" : value;
    }

    XMLStreamReader reader() {
        return reader;
    }

    @Override
    public void close() throws IOException {
        characters.close();
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
        return new SourceException("The XML is broken: " + PlainText.cut(PlainText.line(message), 200), refused);
    }

    private int next() throws IOException {
        try {
            return reader.next();
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
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTES_PER_ELEMENT, 200);
        factory.setProperty(WstxInputProperties.P_MAX_ATTRIBUTE_SIZE, 256 * 1024);
        return factory;
    }
}
