package org.ardina.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import org.ardina.configuration.ConfigurationException;
import org.ardina.configuration.MapConfig;
import org.junit.jupiter.api.Test;

/** Names and defaults of the stores' configuration. */
class StoreConfigurationTest {

    @Test
    void runsEmbeddedByDefault() {
        assertThat(new MongoConfiguration(MapConfig.settings()).uri()).isEmpty();
        assertThat(new MongoConfiguration(MapConfig.settings()).timeout()).isEqualTo(Duration.ofSeconds(5));
        assertThat(new RedisConfiguration(MapConfig.settings()).address()).isEmpty();
        assertThat(new RedisConfiguration(MapConfig.settings()).timeout()).isEqualTo(Duration.ofMillis(500));
        assertThat(new DataDirectory(MapConfig.settings()).path())
                .isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void takesWhatIsConfigured() {
        MongoConfiguration mongo = new MongoConfiguration(MapConfig.settings(
                "ardina.mongodb.uri", "mongodb://a,b/news?replicaSet=rs0", "ardina.mongodb.timeout", "PT1S"));
        assertThat(mongo.uri()).contains("mongodb://a,b/news?replicaSet=rs0");
        assertThat(mongo.timeout()).isEqualTo(Duration.ofSeconds(1));
        RedisConfiguration redis = new RedisConfiguration(
                MapConfig.settings("ardina.redis.uri", "redis://cache", "ardina.redis.timeout", "PT1S"));
        assertThat(redis.address()).map(RedisAddress::form).contains(RedisAddress.Form.SINGLE);
        assertThat(redis.timeout()).isEqualTo(Duration.ofSeconds(1));
        assertThat(new DataDirectory(MapConfig.settings("ardina.data.dir", "/srv/news")).path())
                .isEqualTo(Path.of("/srv/news"));
    }

    @Test
    void refusesAMalformedAddressWithoutRepeatingIt() {
        assertThatThrownBy(() ->
                        new MongoConfiguration(MapConfig.settings("ardina.mongodb.uri", "mongo://admin:secret@host")))
                .isInstanceOf(ConfigurationException.class)
                .hasMessageContaining("ardina.mongodb.uri")
                .hasMessageNotContaining("secret");
    }
}
