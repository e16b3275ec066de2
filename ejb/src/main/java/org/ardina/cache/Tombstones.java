package org.ardina.cache;

import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

/** When each mark was last purged in this process: keeps a slow renderer from putting an old page back. */
final class Tombstones {

    private final AtomicLong sequence = new AtomicLong();
    private final AtomicLongArray purges = new AtomicLongArray(PageTags.MARKS);
    private final AtomicLong purgeOfAll = new AtomicLong();
    private final ReadWriteLock lock = new ReentrantReadWriteLock();

    /** The number of the last purge; what begins now shows every change up to it. */
    long sequence() {
        return sequence.get();
    }

    /** Notes a purge. What was kept before this returns is there to be removed; nothing older is kept after it. */
    void purge(int[] marks) {
        lock.writeLock().lock();
        try {
            long number = sequence.incrementAndGet();
            for (int mark : marks) {
                purges.set(mark, number);
            }
        } finally {
            lock.writeLock().unlock();
        }
    }

    void purgeAll() {
        lock.writeLock().lock();
        try {
            purgeOfAll.set(sequence.incrementAndGet());
        } finally {
            lock.writeLock().unlock();
        }
    }

    /** Keeps something, with no purge between the question and the keeping. */
    void unlessPurgedSince(long number, int[] marks, Runnable keep) {
        lock.readLock().lock();
        try {
            if (!isPurgedSince(number, marks)) {
                keep.run();
            }
        } finally {
            lock.readLock().unlock();
        }
    }

    /** Whether one of the marks was purged after that number. */
    boolean isPurgedSince(long number, int[] marks) {
        if (purgeOfAll.get() > number) {
            return true;
        }
        for (int mark : marks) {
            if (purges.get(mark) > number) {
                return true;
            }
        }
        return false;
    }
}
