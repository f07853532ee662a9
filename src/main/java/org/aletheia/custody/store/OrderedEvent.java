package org.aletheia.custody.store;

import java.util.List;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;

/**
 * What an event that has just got its index is to the tree and to the histories. The array is not copied.
 *
 * @param chain of each of its subjects, to which it belongs
 * @param subjects in the event's order
 * @param entry 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // made, read and dropped
public record OrderedEvent(Chain chain, List<Subject> subjects, byte[] entry) {}
