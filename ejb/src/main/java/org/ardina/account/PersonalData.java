package org.ardina.account;

/** What one part of the newsroom knows about a person, for the export of their data. */
public interface PersonalData {

    /** The name of this part in the export. */
    String name();

    /**
     * All that is known, bounded: maps, lists, texts, numbers, truth values and times.
     *
     * @param account its id
     */
    Object of(String account);
}
