package org.ardina.mail;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes letters of some kinds. A letter is written when it is sent rather than when it is posted: what is in it then
 * is true then, and no link that opens an account lies in the queue.
 */
public interface LetterWriter {

    /** The kinds, each of which is also the beginning of the keys of its texts. */
    Set<String> letters();

    /**
     * Writes the letter. May be called more than once, as each attempt to send it does.
     *
     * @param details as posted
     * @return nothing when there is no longer a reason for it, or nobody to receive it
     */
    Optional<Mail> write(String letter, Map<String, String> details, LetterTexts texts);
}
