package org.ardina.web.site;

import java.io.ByteArrayOutputStream;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Tells browsers how to search here.
 *
 * @see <a href="https://github.com/dewitt/opensearch">OpenSearch 1.1</a>
 */
final class SearchDescription {

    static final String MEDIA_TYPE = "application/opensearchdescription+xml";

    private static final String NAMESPACE = "http://a9.com/-/spec/opensearch/1.1/";

    private SearchDescription() {}

    static byte[] write(String name, String description, String language, String search, String icon) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, "UTF-8");
            xml.setDefaultNamespace(NAMESPACE);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement(NAMESPACE, "OpenSearchDescription");
            xml.writeDefaultNamespace(NAMESPACE);
            element(xml, "ShortName", name);
            element(xml, "Description", description);
            element(xml, "InputEncoding", "UTF-8");
            xml.writeStartElement(NAMESPACE, "Image");
            xml.writeAttribute("type", "image/png");
            xml.writeCharacters(icon);
            xml.writeEndElement();
            xml.writeEmptyElement(NAMESPACE, "Url");
            xml.writeAttribute("type", "text/html");
            xml.writeAttribute("method", "get");
            xml.writeAttribute("template", search + "?q={searchTerms}");
            element(xml, "Language", language);
            xml.writeEndElement();
            xml.writeEndDocument();
            xml.close();
        } catch (XMLStreamException defect) {
            throw new IllegalStateException("The description of the search cannot be written", defect);
        }
        return bytes.toByteArray();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(NAMESPACE, name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
