package org.ardina.web.site;

/** What a sanitised body still needs to stand well in a page. */
final class BodyMarkup {

    private BodyMarkup() {}

    /**
     * The body with its headings below the page's own, its cells aligned by classes, and wide tables and code in places
     * that scroll by keyboard too.
     *
     * @param html as the sanitiser writes it: lower-case, well-formed, no {@code <} and no quotes outside tags
     * @param tableLabel names a scrolling table for screen readers
     */
    static String inPage(String html, String tableLabel) {
        String result = html;
        if (result.contains("<h1")) {
            result = result.replace("<h1", "<h2").replace("</h1>", "</h2>");
        }
        if (result.contains("<table")) {
            result = result.replace(
                            "<table",
                            "<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"" + tableLabel
                                    + "\"><table")
                    .replace("</table>", "</table></div>")
                    .replace(" align=\"right\"", " class=\"end\"")
                    .replace(" align=\"center\"", " class=\"middle\"")
                    .replace(" align=\"left\"", "");
        }
        if (result.contains("<pre")) {
            result = result.replace("<pre", "<pre tabindex=\"0\"");
        }
        return result;
    }
}
