package org.ardina.system;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import nu.validator.client.EmbeddedValidator;
import nu.validator.validation.SimpleDocumentValidator;
import org.xml.sax.ErrorHandler;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The Nu Html Checker of the W3C, in this process. */
final class NuChecker {

    /** Making it is slow, as it reads the grammar; using it is not. */
    private final SimpleDocumentValidator validator = new SimpleDocumentValidator(true, false, true);

    private final List<String> findings = new ArrayList<>();

    NuChecker() {
        try {
            validator.setUpMainSchema(EmbeddedValidator.SCHEMA_URL, new Findings());
        } catch (Exception broken) {
            throw new IllegalStateException("The grammar of HTML cannot be read", broken);
        }
        validator.setAllowCss(true);
    }

    /** What is wrong with a page: the errors, with the line where they are. */
    List<String> checkHtml(String html) {
        return check(() -> validator.checkHtmlInputSource(source(html)));
    }

    List<String> checkCss(String css) {
        return check(() -> validator.checkCssInputSource(source(css)));
    }

    private interface Check {
        void run() throws IOException, SAXException;
    }

    private List<String> check(Check check) {
        findings.clear();
        try {
            validator.setUpValidatorAndParsers(new Findings(), false, false);
            check.run();
        } catch (SAXException fatal) {
            findings.add(String.valueOf(fatal.getMessage()));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return List.copyOf(findings);
    }

    private static InputSource source(String text) {
        InputSource source = new InputSource(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
        source.setEncoding(StandardCharsets.UTF_8.name());
        source.setSystemId("http://localhost/checked");
        return source;
    }

    private final class Findings implements ErrorHandler {

        @Override
        public void warning(SAXParseException finding) {
            // Advice, for example against the slash with which the sanitiser ends void elements.
        }

        @Override
        public void error(SAXParseException finding) {
            add("error", finding);
        }

        @Override
        public void fatalError(SAXParseException finding) {
            add("fatal", finding);
        }

        private void add(String kind, SAXParseException finding) {
            findings.add(kind + " in line " + finding.getLineNumber() + ": " + finding.getMessage());
        }
    }
}
