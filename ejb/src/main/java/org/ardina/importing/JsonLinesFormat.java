package org.ardina.importing;

import java.io.IOException;
import java.util.regex.Pattern;

/** Ardina's own format: JSON Lines, one article a line. */
final class JsonLinesFormat implements SourceFormat {

    private static final Pattern ARTICLE = Pattern.compile("(?m)^[ \\t\\ufeff]*\\{.*\"(?:headline|body)\"\\s*:");

    @Override
    public String name() {
        return "jsonl";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return ARTICLE.matcher(Characters.text(beginning)).find();
    }

    @Override
    public ArticleSource open(SourceFile file) throws IOException {
        return new JsonLinesSource(file.open());
    }
}
