package org.ardina.importing;

import java.io.IOException;
import java.util.regex.Pattern;

/** Ghost's export, a JSON file of its tables (https://ghost.org/docs/migration/custom/), from 0.11 on. */
final class GhostFormat implements SourceFormat {

    private static final Pattern FIRST_FIELD = Pattern.compile("^[\\s\\ufeff]*\\{\\s*\"(?:db|data|meta|images)\"\\s*:");

    @Override
    public String name() {
        return "ghost";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        return FIRST_FIELD.matcher(Characters.text(beginning)).find();
    }

    @Override
    public ArticleSource open(SourceFile file) throws IOException {
        return new GhostSource(file.open(), GhostRelations.read(file));
    }
}
