package org.aletheia.custody.store;

import java.util.List;
import java.util.UUID;
import org.aletheia.custody.Chain;
import org.aletheia.custody.Subject;
import org.jspecify.annotations.Nullable;

/**
 * What an event that has just got its index is to the tree and to the histories. The array is not copied.
 *
 * @param chain of each of its subjects, to which it belongs
 * @param organisation for which its subjects were used; null in the chain of custody, and where none acted
 * @param subjects in the event's order
 * @param entry 32 bytes
 */
@SuppressWarnings("ArrayRecordComponent") // made, read and dropped
public record OrderedEvent(Chain chain, @Nullable UUID organisation, List<Subject> subjects, byte[] entry) {}
