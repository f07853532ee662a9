package org.aletheia.custody.store;

/**
 * Where an event stands in a history.
 *
 * @param number in the history, from 1
 * @param index in the log
 */
public record ChainPlace(ChainKey key, long number, long index) {}
