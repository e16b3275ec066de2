package org.ardina.store;

/**
 * Fired when MongoDB was first reached and its indexes are made: what a first start prepares may begin. Fired again if an
 * observer failed, so observers find out themselves what is left to do.
 */
public record StoresOpened() {}
