package org.ardina.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.ardina.configuration.ConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;

class RedisAddressTest {

    @Test
    void readsASingleServer() {
        RedisAddress address = RedisAddress.parse("rediss://news:p%40ss:word@cache.example:6380/3");
        assertThat(address.form()).isEqualTo(RedisAddress.Form.SINGLE);
        assertThat(address.encrypted()).isTrue();
        assertThat(address.hosts()).containsExactly(new HostAndPort("cache.example", 6380));
        assertThat(address.user()).isEqualTo("news");
        assertThat(address.password()).isEqualTo("p@ss:word");
        assertThat(address.database()).isEqualTo(3);
    }

    @Test
    void readsACluster() {
        RedisAddress address = RedisAddress.parse("redis+cluster://:secret@one:7000,two,[::1]:7002");
        assertThat(address.form()).isEqualTo(RedisAddress.Form.CLUSTER);
        assertThat(address.encrypted()).isFalse();
        assertThat(address.user()).isNull();
        assertThat(address.password()).isEqualTo("secret");
        assertThat(address.hosts()).hasSize(3).contains(new HostAndPort("two", 6379));
    }

    @Test
    void readsSentinels() {
        RedisAddress address = RedisAddress.parse("rediss+sentinel://one,two:26380/main");
        assertThat(address.form()).isEqualTo(RedisAddress.Form.SENTINEL);
        assertThat(address.masterName()).isEqualTo("main");
        assertThat(address.hosts()).containsExactly(new HostAndPort("one", 26379), new HostAndPort("two", 26380));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "localhost:6379",
                "http://secret@localhost",
                "redis://secret@a,b",
                "redis://",
                "redis://secret@host:port",
                "redis://secret@host/one",
                "redis+sentinel://secret@host",
                "redis+cluster://secret@host/1"
            })
    void refusesOthersWithoutRepeatingPasswords(String text) {
        assertThatThrownBy(() -> RedisAddress.parse(text))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ardina.redis.uri")
                .hasMessageNotContaining("secret");
    }
}
