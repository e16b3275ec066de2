package org.ardina.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsernameProposalTest {

    private static final int TIMES = 2000;

    @ParameterizedTest
    @CsvSource({
        "rosa,rosa",
        "Rosa.Mota,rosa.mota",
        "rosa@example.org,rosa",
        "Rosa Maria,rosa.maria",
        "'  Rosa  (Porto) ',rosa.porto",
        "..rosa..,rosa",
        "João Silva,joão.silva",
        "'{\"$gte\":\"\"}',gte",
        "a,''",
        "ro,''",
        "admin,''",
        "раypal,''",
        "'',''"
    })
    void isWhatAnotherSiteCallsSomebodyWhereThatMayBeChosen(String given, String proposed) {
        assertThat(UsernameProposal.of(name -> false, given)).isEqualTo(proposed);
    }

    @Test
    void isNumberedWhereItIsTaken() {
        Set<String> taken = Set.of("rosa", "rosa2", "rosa3");
        assertThat(UsernameProposal.of(name -> taken.contains(name.value()), "rosa"))
                .isEqualTo("rosa4");
        assertThat(UsernameProposal.of(name -> true, "rosa", "Rosa Mota")).isEmpty();
    }

    @Test
    void isMadeOfTheNextNameWhereOneIsNoUse() {
        assertThat(UsernameProposal.of(name -> false, null, "Rosa Mota")).isEqualTo("rosa.mota");
        assertThat(UsernameProposal.of(name -> false, "!", "Rosa Mota")).isEqualTo("rosa.mota");
        assertThat(UsernameProposal.of(name -> false, null, null)).isEmpty();
    }

    @Test
    void mayAlwaysBeChosen() {
        Random random = new Random(20260501);
        for (int i = 0; i < TIMES; i++) {
            String name = random.ints(random.nextInt(80), 1, 0x3000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            String proposed = UsernameProposal.of(each -> false, name, "rosa " + name);
            if (!proposed.isEmpty()) {
                assertThat(Username.chosen(proposed).value()).isEqualTo(proposed);
            }
        }
    }
}
