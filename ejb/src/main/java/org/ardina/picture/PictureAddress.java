package org.ardina.picture;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where an uploaded picture is, as {@code /media/0f…-1600x1067-webp.jpg}. The address of the largest size tells how large
 * that is and which others there are, so that a page can offer them all without asking anybody.
 *
 * @param id of the picture
 * @param width of the largest size, in pixels
 * @param height of the largest size, in pixels
 * @param webp whether each size is there as WebP too
 * @param extension {@code jpg}, or {@code png} for one with transparent parts
 */
public record PictureAddress(String id, int width, int height, boolean webp, String extension) {

    private static final Pattern FORM = Pattern.compile(
            Pattern.quote(Pictures.PATH) + "([0-9a-f]{32})-([1-9][0-9]{0,3})x([1-9][0-9]{0,4})(-webp)?\\.(jpg|png)");

    /**
     * The widths that are made of a picture that is wider. Pictures that are there have these: another list needs another
     * form of address.
     */
    static final List<Integer> WIDTHS = List.of(480, 960, 1600);

    /** Reads an address; empty if it is not that of an uploaded picture. */
    public static Optional<PictureAddress> of(String address) {
        Matcher form = FORM.matcher(address);
        return form.matches()
                ? Optional.of(new PictureAddress(
                        form.group(1),
                        Integer.parseInt(form.group(2)),
                        Integer.parseInt(form.group(3)),
                        form.group(4) != null,
                        form.group(5)))
                : Optional.empty();
    }

    /** The widths that there are, smallest first. */
    public List<Integer> widths() {
        return Stream.concat(WIDTHS.stream().filter(smaller -> smaller < width), Stream.of(width))
                .toList();
    }

    /** The path of the largest size. */
    public String path() {
        return path(width);
    }

    /** The path of the size with that width. */
    public String path(int size) {
        return Pictures.PATH + name(size, extension);
    }

    /** The path of the size with that width as WebP. */
    public String webpPath(int size) {
        return Pictures.PATH + name(size, WebP.EXTENSION);
    }

    String name(int size, String format) {
        return size == width && format.equals(extension)
                ? id + '-' + width + 'x' + height + (webp ? "-webp." : ".") + extension
                : id + '-' + size + '.' + format;
    }
}
