package org.aletheia.platform.objectstore;

/**
 * A small object as it was read.
 *
 * @param bytes all of it
 * @param tag the store's for exactly this object (entity tag), to replace no other; empty where the store gives none
 */
@SuppressWarnings("ArrayRecordComponent") // read once and dropped
public record StoredObject(byte[] bytes, String tag) {}
