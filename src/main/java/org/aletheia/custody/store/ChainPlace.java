package org.aletheia.custody.store;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where an event stands in a history.
 *
 * @param number in the history, from 1
 * @param index in the log
 * @param organisation for which the record was used; null in histories of custody, and where none acted
 */
public record ChainPlace(
        ChainKey key, long number, long index, @Nullable UUID organisation) {}
