package org.ardina.websub;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.configuration.PublicAddress;
import org.ardina.job.JobHandler;
import org.ardina.job.JobPostponedException;
import org.ardina.job.Lease;
import org.ardina.job.WorkInterruptedException;

/** Tells the hub that the feeds of the site, a topic or an author have changed; tried again for an hour. */
@ApplicationScoped
class HubCall implements JobHandler {

    static final String KIND = "websub";

    /** The subject of jobs about the feeds of the whole site; of others it is the path of the topic or author. */
    static final String SITE = "";

    private static final Logger LOG = Logger.getLogger(HubCall.class.getName());
    private static final List<String> FEEDS = List.of("/feed.rss", "/feed.atom", "/feed.json");
    private static final Duration TIMEOUT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    @Inject
    private WebSubHub hub;

    @Inject
    private PublicAddress site;

    private HttpClient client;

    @PostConstruct
    void prepare() {
        client = HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    }

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void handle(String path, Lease lease) {
        URI address = hub.address().orElse(null);
        if (address == null) {
            return;
        }
        try {
            for (String feed : FEEDS) {
                lease.renew();
                tell(address, site.page(path + feed));
            }
        } catch (IOException failed) {
            if (lease.addedAt().plus(PATIENCE).isBefore(Instant.now())) {
                LOG.log(Level.SEVERE, "The hub {0} was not told of the feeds of ''{1}'': {2}", new Object[] {
                    address, path, failed
                });
                return;
            }
            LOG.log(Level.WARNING, "The hub {0} is told again in {1}: {2}", new Object[] {address, PAUSE, failed});
            throw new JobPostponedException(PAUSE, failed);
        }
    }

    private void tell(URI address, String feed) throws IOException {
        String form = "hub.mode=publish&hub.url=" + URLEncoder.encode(feed, StandardCharsets.UTF_8);
        HttpRequest request = HttpRequest.newBuilder(address)
                .timeout(TIMEOUT)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form))
                .build();
        try {
            HttpResponse<Void> response = client.send(request, BodyHandlers.discarding());
            if (response.statusCode() / 100 != 2) {
                throw new IOException("it answered " + response.statusCode());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new WorkInterruptedException(interrupted);
        }
    }
}
