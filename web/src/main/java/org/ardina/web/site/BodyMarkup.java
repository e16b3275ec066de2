package org.ardina.web.site;

/** What a sanitised body still needs to stand well in a page. */
final class BodyMarkup {

    private static final String TABLE = "<table";

    private BodyMarkup() {}

    /**
     * The body with its headings below the page's own, its cells aligned by classes, and wide tables and code in places
     * that scroll by keyboard too.
     *
     * @param html as the sanitiser writes it: lower-case, well-formed, no {@code <} and no quotes outside tags
     * @param tableLabel names a scrolling table for screen readers; the second is told from the first by its number
     * @param pictureLabel names a link that holds only a picture without a text
     */
    static String inPage(String html, String tableLabel, String pictureLabel) {
        String result = html;
        if (result.contains("<h1")) {
            result = result.replace("<h1", "<h2").replace("</h1>", "</h2>");
        }
        if (result.contains("<table")) {
            result = inScrollingRegions(result, tableLabel)
                    .replace("</table>", "</table></div>")
                    .replace(" align=\"right\"", " class=\"end\"")
                    .replace(" align=\"center\"", " class=\"middle\"")
                    .replace(" align=\"left\"", "");
        }
        if (result.contains("<pre")) {
            result = result.replace("<pre", "<pre tabindex=\"0\"");
        }
        return result.replace(" class=\"picture-link\"", " class=\"picture-link\" aria-label=\"" + pictureLabel + "\"");
    }

    private static String inScrollingRegions(String html, String label) {
        StringBuilder result = new StringBuilder(html.length() + 128);
        int number = 0;
        int from = 0;
        for (int table = html.indexOf(TABLE); table >= 0; table = html.indexOf(TABLE, from + TABLE.length())) {
            number++;
            result.append(html, from, table)
                    .append("<div class=\"table\" role=\"region\" tabindex=\"0\" aria-label=\"")
                    .append(label)
                    .append(number == 1 ? "" : " (" + number + ")")
                    .append("\">");
            from = table;
        }
        return result.append(html, from, html.length()).toString();
    }
}
