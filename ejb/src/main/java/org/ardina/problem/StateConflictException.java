package org.ardina.problem;

/** What was asked for cannot be done in the state that something has. */
public class StateConflictException extends ConflictException {

    private static final long serialVersionUID = 1L;

    private final String state;

    /** @param state that it has now */
    public StateConflictException(String state, String message) {
        super("state-conflict", message);
        this.state = state;
    }

    public String state() {
        return state;
    }
}
