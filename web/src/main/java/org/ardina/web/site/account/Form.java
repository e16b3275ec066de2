package org.ardina.web.site.account;

import java.util.Map;
import java.util.Set;
import org.ardina.problem.BusinessException;
import org.ardina.problem.ConflictException;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is shown: what was typed into it, and what is wrong with that.
 *
 * @param problem why it was not taken; absent when it is shown for the first time
 */
public record Form(
        String token, Map<String, String> typed, @Nullable BusinessException problem) {

    /** The name of the hidden field that tells a form of ours from one of another site. */
    public static final String TOKEN = "form-token";

    /** The parameter of an address that says what has gone wrong elsewhere. */
    static final String PROBLEM = "problem";

    /** What may be said so: problems with logging in with the account of another site. */
    private static final Set<String> TOLD = Set.of(
            "account-suspended",
            "busy",
            "email-not-verified",
            "identity-present",
            "identity-taken",
            "login-expired",
            "provider-away",
            "provider-refused",
            "too-many-requests");

    public Form {
        typed = Map.copyOf(typed);
    }

    /** What was typed into a field, or nothing. */
    public String value(String field) {
        return typed.getOrDefault(field, "");
    }

    /** The same form with nothing in it. */
    Form empty() {
        return new Form(token, Map.of(), null);
    }

    Form rejected(BusinessException why) {
        return new Form(token, typed, why);
    }

    /** The same form with what an address says has gone wrong, if it is one of our problems. */
    Form told(String code) {
        return problem == null && TOLD.contains(code) ? rejected(new ConflictException(code, code)) : this;
    }

    /** What is wrong with one field: its problems have codes that begin with its name. */
    public @Nullable BusinessException problemOf(String field) {
        return problem != null && problem.code().startsWith(field + "-") ? problem : null;
    }

    /** What is wrong with the form as a whole, where it is none of these fields. */
    public @Nullable BusinessException problemBeside(String... fields) {
        for (String field : fields) {
            if (problemOf(field) != null) {
                return null;
            }
        }
        return problem;
    }
}
