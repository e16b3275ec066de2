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
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.ardina.cache.WakeUp;
import org.ardina.store.StoreUnavailableException;
import org.ardina.store.StoreWatch;

/** Does jobs, one at a time in each replica: when called, and by looking every second. */
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

    private final AtomicBoolean working = new AtomicBoolean();

    /** Looks at once when a job was added. */
    public void wake(@Observes WakeUp wakeUp) {
        if (wakeUp.call() == WakeUp.Call.JOB) {
            look();
        }
    }

    @Schedule(second = "*", minute = "*", hour = "*", persistent = false)
    void look() {
        if (watch.mongo().available() && working.compareAndSet(false, true)) {
            executor.execute(this::work);
        }
    }

    private void work() {
        try {
            for (Optional<Lease> lease = repository.claim(); lease.isPresent(); lease = repository.claim()) {
                handle(lease.get());
            }
        } catch (MongoException | StoreUnavailableException away) {
            LOG.log(Level.WARNING, "Work stops until MongoDB answers: {0}", away.getMessage());
        } catch (LeaseLostException | WorkInterruptedException over) {
            LOG.log(Level.INFO, over.getMessage());
        } finally {
            working.set(false);
        }
    }

    private void handle(Lease lease) {
        Optional<JobHandler> handler = handlers.stream()
                .filter(candidate -> candidate.kind().equals(lease.kind()))
                .findFirst();
        if (handler.isEmpty()) {
            LOG.log(Level.SEVERE, "Nothing does jobs of the kind {0}", lease.kind());
            repository.abandon(lease);
            return;
        }
        try {
            handler.get().handle(lease.subject(), lease);
            repository.finish(lease);
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
