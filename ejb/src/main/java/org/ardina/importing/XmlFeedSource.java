package org.ardina.importing;

import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import java.io.IOException;
import java.io.Reader;
import java.util.Iterator;
import javax.xml.stream.XMLStreamException;
import org.ardina.importing.markup.PlainText;
import org.jdom2.Document;
import org.jdom2.JDOMException;
import org.jdom2.input.StAXStreamBuilder;
import org.jspecify.annotations.Nullable;

/** The entries of an RSS or Atom feed. */
final class XmlFeedSource implements ArticleSource {

    private final Iterator<SyndEntry> entries;
    private final @Nullable String language;
    private final @Nullable String note;
    private final FeedKeys keys;
    private int count;

    private XmlFeedSource(SyndFeed feed, @Nullable String note) {
        this.keys = new FeedKeys(feed.getEntries());
        this.entries = feed.getEntries().iterator();
        this.language = feed.getLanguage();
        this.note = note;
    }

    static XmlFeedSource open(SourceFile file) throws IOException {
        FeedText text = FeedText.read(file);
        try {
            SyndFeed feed = new SyndFeedInput().build(parse(text.reader()));
            return new XmlFeedSource(feed, text.note());
        } catch (FeedException | IllegalArgumentException unknown) {
            String reason = unknown.getMessage() == null ? "" : unknown.getMessage();
            throw new SourceException(
                    "The feed is of no kind that is known: " + PlainText.cut(PlainText.line(reason), 200), unknown);
        }
    }

    @Override
    public @Nullable SourceItem next() {
        if (!entries.hasNext()) {
            return null;
        }
        count++;
        SyndEntry entry = entries.next();
        return FeedArticle.of(entry, keys.of(entry), count, language, note);
    }

    @Override
    public void close() {
        // The feed is in memory.
    }

    private static Document parse(Reader text) throws IOException {
        try (Reader characters = new LenientXmlReader(text)) {
            return new StAXStreamBuilder().build(SafeXml.treeReader(characters));
        } catch (JDOMException broken) {
            if (broken.getCause() instanceof XMLStreamException refused) {
                throw SafeXml.refusal(refused);
            }
            throw new SourceException("The XML is broken", broken);
        }
    }
}
