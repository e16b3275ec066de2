package org.ardina.web.door;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {

    private static final List<NetworkRange> TRUSTED =
            List.of(range("10.0.0.0/8"), range("fd00::/8"), range("192.0.2.7"));

    @ParameterizedTest
    @CsvSource({
        "198.51.100.1,'',198.51.100.1",
        "198.51.100.1,203.0.113.9,198.51.100.1",
        "10.1.2.3,203.0.113.9,203.0.113.9",
        "10.1.2.3,'',10.1.2.3",
        "10.1.2.3,'6.6.6.6, 203.0.113.9',203.0.113.9",
        "10.1.2.3,'6.6.6.6, 203.0.113.9, 10.9.9.9',203.0.113.9",
        "10.1.2.3,'203.0.113.9, unknown',10.1.2.3",
        "10.1.2.3,localhost,10.1.2.3",
        "192.0.2.7,203.0.113.9,203.0.113.9",
        "192.0.2.8,203.0.113.9,192.0.2.8",
        "fd12::1,2001:db8::5,2001:db8:0:0:0:0:0:5",
        "10.1.2.3,'10.0.0.1, 10.0.0.2',10.0.0.1"
    })
    void isThatOfTheLastWhoIsNoProxyOfOurs(String peer, String forwarded, String client) {
        assertThat(ClientAddress.behind(TRUSTED, peer, List.of(forwarded))).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0.0/33",
                "10.0.0.0/-1",
                "10.0.0/8",
                "example.org/8",
                "::/129",
                "10.0.0.0/x",
                "300.1.1.1"
            })
    void rangesAreWrittenAsCidr(String text) {
        assertThat(NetworkRange.parse(text)).isEqualTo(Optional.empty());
    }

    @Test
    void rangesEndWhereTheirBitsDo() {
        NetworkRange range = range("192.168.4.0/22");
        assertThat(range.contains(NetworkRange.address("192.168.7.255").orElseThrow()))
                .isTrue();
        assertThat(range.contains(NetworkRange.address("192.168.8.0").orElseThrow()))
                .isFalse();
        assertThat(range("0.0.0.0/0").contains(NetworkRange.address("8.8.8.8").orElseThrow()))
                .isTrue();
        assertThat(range("0.0.0.0/0").contains(NetworkRange.address("::1").orElseThrow()))
                .isFalse();
    }

    private static NetworkRange range(String text) {
        return NetworkRange.parse(text).orElseThrow();
    }
}
