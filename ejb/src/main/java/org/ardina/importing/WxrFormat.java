package org.ardina.importing;

import java.io.IOException;
import java.util.regex.Pattern;

/** WordPress eXtended RSS 1.0 to 1.2, WordPress' export (wp-admin/includes/export.php). */
final class WxrFormat implements SourceFormat {

    private static final Pattern NAMESPACE =
            Pattern.compile("https?://wordpress\\.org/export/\\d|<wp:wxr_version|WordPress eXtended RSS");

    @Override
    public String name() {
        return "wxr";
    }

    @Override
    public boolean recognises(byte[] beginning) {
        String text = Characters.text(beginning);
        return text.stripLeading().startsWith("<") && NAMESPACE.matcher(text).find();
    }

    @Override
    public ArticleSource open(SourceFile file) throws IOException {
        return new WxrSource(file.open(), WxrMedia.read(file));
    }
}
