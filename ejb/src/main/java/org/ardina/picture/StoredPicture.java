package org.ardina.picture;

import java.util.List;

/**
 * A picture that was uploaded.
 *
 * @param id the same for the same file
 * @param width of the largest size, in pixels
 * @param height of the largest size, in pixels
 * @param sizes smallest first
 */
public record StoredPicture(String id, int width, int height, List<Size> sizes) {

    public StoredPicture {
        sizes = List.copyOf(sizes);
    }

    /** The path of the largest size, as a picture in an article names it. */
    public String source() {
        return sizes.get(sizes.size() - 1).path();
    }

    /** One size: how many pixels it is wide, and where it is. */
    public record Size(int width, String path) {}
}
