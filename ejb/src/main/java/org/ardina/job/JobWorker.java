package org.ardina.job;

import com.mongodb.MongoException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.cache.WakeUp;
import org.ardina.store.StoreUnavailableException;
import org.ardina.store.StoreWatch;

/** Does jobs, one of each kind at a time in each replica: when called, and by looking every second. */
@Singleton
@Startup
@PermitAll
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionManagement(TransactionManagementType.BEAN)
public class JobWorker {

    private static final Logger LOG = Logger.getLogger(JobWorker.class.getName());

    @Inject
    private JobRepository repository;

    @Inject
    private StoreWatch watch;

    @Any
    @Inject
    private Instance<JobHandler> handlers;

    @Resource
    private ManagedExecutorService executor;

    private final Set<String> working = ConcurrentHashMap.newKeySet();

    /** Looks at once when a job was added. */
    public void wake(@Observes WakeUp wakeUp) {
        if (wakeUp.call() == WakeUp.Call.JOB) {
            look();
        }
    }

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    void look() {
        if (!watch.mongo().available()) {
            return;
        }
        for (JobHandler handler : handlers) {
            if (working.add(handler.kind())) {
                executor.execute(() -> work(handler));
            }
        }
    }

    private void work(JobHandler handler) {
        String kind = handler.kind();
        try {
            for (Optional<Lease> lease = repository.claim(kind); lease.isPresent(); lease = repository.claim(kind)) {
                handle(lease.get(), handler);
            }
        } catch (MongoException | StoreUnavailableException away) {
            LOG.log(Level.WARNING, "Work stops until MongoDB answers: {0}", away.getMessage());
        } catch (LeaseLostException | WorkInterruptedException over) {
            LOG.log(Level.INFO, over.getMessage());
        } finally {
            working.remove(kind);
        }
    }

    private void handle(Lease lease, JobHandler handler) {
        try {
            handler.handle(lease.subject(), lease);
            repository.finish(lease);
        } catch (JobPostponedException postponed) {
            repository.postpone(lease, postponed.pause());
        } catch (MongoException
                | StoreUnavailableException
                | LeaseLostException
                | WorkInterruptedException interrupted) {
            throw interrupted;
        } catch (RuntimeException defect) {
            // A defect of the handler would fail in the same way for ever, and must not end the worker.
            LOG.log(Level.SEVERE, "The job " + lease.kind() + " on " + lease.subject() + " failed", defect);
            repository.abandon(lease);
        }
    }
}
