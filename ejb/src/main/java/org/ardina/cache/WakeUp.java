package org.ardina.cache;

/**
 * A hint that there is something to do, fired as an event in every replica. It may be lost or come twice: whoever
 * listens also looks by themselves from time to time.
 */
public record WakeUp(Call call) {

    public enum Call {
        /** A job was added. */
        JOB,
        /** Something that readers see has changed. */
        CHANGE
    }
}
