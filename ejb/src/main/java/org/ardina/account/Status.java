package org.ardina.account;

/** Whether an account may be used. */
public enum Status {
    ACTIVE,
    /** By an administrator, with a reason. */
    SUSPENDED,
    /** By its owner; logging in takes that back until it is erased. */
    LEAVING,
    /** What was personal is gone; its name is not given out again. */
    ERASED
}
