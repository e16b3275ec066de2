package org.ardina.openid;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class LoginSecretTest {

    @Test
    void goesNowhereItself() {
        LoginSecret secret = LoginSecret.random();
        List<String> all = List.of(secret.value(), secret.state(), secret.nonce(), secret.codeVerifier(), secret.id());
        assertThat(all).doesNotHaveDuplicates().allMatch(each -> each.matches("[A-Za-z0-9_-]{43}"));
        assertThat(secret.toString()).doesNotContain(secret.value());
    }

    @Test
    void makesTheSameAnywhere() {
        LoginSecret secret = LoginSecret.random();
        LoginSecret there = new LoginSecret(secret.value());
        assertThat(there.state()).isEqualTo(secret.state());
        assertThat(there.codeVerifier()).isEqualTo(secret.codeVerifier());
    }

    @Test
    void knowsTheAnswersToItsOwnQuestions() {
        LoginSecret secret = LoginSecret.random();
        assertThat(secret.hasState(secret.state())).isTrue();
        assertThat(secret.hasState(LoginSecret.random().state())).isFalse();
        assertThat(secret.hasState(secret.nonce())).isFalse();
        assertThat(secret.hasState("")).isFalse();
        assertThat(secret.hasState(null)).isFalse();
    }
}
