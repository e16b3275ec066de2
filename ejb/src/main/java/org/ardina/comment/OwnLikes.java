package org.ardina.comment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.ardina.account.PersonalData;

/** What somebody likes, in the export of their data. */
@ApplicationScoped
class OwnLikes implements PersonalData {

    private static final int MOST = 10_000;

    @Inject
    private LikeRepository likes;

    @Override
    public String name() {
        return "likes";
    }

    @Override
    public Object of(String account) {
        return likes.ofAccount(account, MOST).stream().map(LikeTarget::value).toList();
    }
}
