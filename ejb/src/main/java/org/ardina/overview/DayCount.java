package org.ardina.overview;

import java.time.LocalDate;

/** How many of something there were on a day, in UTC. */
public record DayCount(LocalDate day, long count) {}
