package org.ardina.importing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Proves in a process with a small heap that no file can fill the memory. */
class LargeSourcesTest {

    @Test
    @Timeout(120)
    void filesOfAnySizeAreReadInLittleMemory() throws IOException, InterruptedException {
        Process small = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeSources.class.getName())
                .redirectErrorStream(true)
                .start();
        String output = new String(small.getInputStream().readAllBytes(), UTF_8);

        assertThat(small.waitFor()).as(output).isZero();
        assertThat(output.lines())
                .satisfiesExactly(
                        wxr -> assertThat(wxr).matches("wxr: 3\\d{4} \\+ 0 "),
                        textNode -> assertThat(textNode).startsWith("text node: 1 + 1 is larger than any article"),
                        line -> assertThat(line).startsWith("line: 2 + 1 line 2 is longer than 16777216 bytes"),
                        lines -> assertThat(lines).matches("lines: 3\\d{5} \\+ 0 "),
                        string -> assertThat(string).startsWith("string: 1 + 0 The JSON goes beyond a limit"),
                        objects -> assertThat(objects).startsWith("empty objects: 0 + 1 has no body"),
                        feed -> assertThat(feed).startsWith("feed: 0 + 0 The feed has more than 64 MiB"),
                        elements -> assertThat(elements).contains("Maximum Element Count limit"),
                        name -> assertThat(name).startsWith("name: 0 + 0 The file has an XML tag of more than"),
                        names -> assertThat(names).startsWith("names: 0 + 0 The XML uses more than 10000"),
                        shortcodes -> assertThat(shortcodes).startsWith("shortcodes: 0 + 1 its body has more than"),
                        tags -> assertThat(tags).startsWith("tags: 0 + 1 its body has more than"));
    }
}
