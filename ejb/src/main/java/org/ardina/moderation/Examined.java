package org.ardina.moderation;

import java.util.Optional;

/**
 * A submission, with what several checks need to know of its text.
 *
 * @param score how likely the text is toxic; empty in a language that is not scored
 */
record Examined(Submission submission, FoldedText folded, Optional<ToxicityModel.Score> score) {}
