package org.ardina.importing;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Walks through the elements of an XML file whose writer is not trusted. */
final class XmlElements implements Closeable {

    private final Reader characters;
    private final XMLStreamReader reader;

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
            return reader.next();
        } catch (XMLStreamException refused) {
            throw SafeXml.refusal(refused);
        }
    }
}
