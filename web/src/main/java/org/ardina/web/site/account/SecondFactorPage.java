package org.ardina.web.site.account;

import org.ardina.account.LoginCodes;
import org.ardina.secondfactor.Enrolment;
import org.jspecify.annotations.Nullable;

/**
 * The page of an account's second factor.
 *
 * @param enrolment what an app is to learn, where there is no second factor
 */
public record SecondFactorPage(
        Form form, LoginCodes.State state, @Nullable Enrolment enrolment) {}
