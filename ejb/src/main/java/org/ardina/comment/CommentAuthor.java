package org.ardina.comment;

import org.ardina.account.Profile;

/** Somebody who writes comments, and how they stand with the newsroom. */
record CommentAuthor(Profile profile, CommenterStanding standing) {

    String account() {
        return profile.account().id();
    }
}
