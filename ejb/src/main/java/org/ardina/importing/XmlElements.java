package org.ardina.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.HashSet;
import java.util.Set;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through the elements of an XML file whose writer is not trusted. */
final class XmlElements implements Closeable {

    private static final int MOST_NAMES = 10_000;
    private static final int LONGEST_NAMES = 2 * 1024 * 1024;

    private final Reader characters;
    private final XMLStreamReader reader;
    private final Set<String> names = new HashSet<>();
    private int namesLength;

    XmlElements(InputStream source) throws IOException {
        characters = new LenientXmlReader(Characters.reader(source));
        try {
            reader = SafeXml.reader(characters);
        } catch (SourceException broken) {
            source.close();
            throw broken;
        }
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

    @Override
    public void close() throws IOException {
        characters.close();
    }

    private int next() throws IOException {
        try {
            int event = reader.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                checkNames();
            }
            return event;
        } catch (XMLStreamException refused) {
            throw SafeXml.refusal(refused);
        }
    }

    /** The parser remembers every name that it has seen. */
    private void checkNames() throws SourceException {
        remember(reader.getLocalName());
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            remember(reader.getAttributeLocalName(i));
        }
        for (int i = 0; i < reader.getNamespaceCount(); i++) {
            remember(String.valueOf(reader.getNamespacePrefix(i)));
            remember(String.valueOf(reader.getNamespaceURI(i)));
        }
    }

    private void remember(String name) throws SourceException {
        if (names.add(name)) {
            namesLength += name.length();
        }
        if (names.size() > MOST_NAMES || namesLength > LONGEST_NAMES) {
            throw new SourceException("The XML uses more than " + MOST_NAMES + " different names, or very long ones");
        }
    }
}
