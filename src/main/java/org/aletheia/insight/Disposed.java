package org.aletheia.insight;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.access.DisposedRecord;

/**
 * A record that was disposed of, in the place where it would be shown to whoever could see it.
 *
 * @param disposal the decision by which it went
 * @param digest that is kept: of an item's bytes as received, else of the last revision
 */
public record Disposed(String kind, UUID id, Instant disposedAt, UUID disposal, String digest) {
    static Disposed of(DisposedRecord went) {
        return new Disposed(
                went.was().kind().code(),
                went.was().id(),
                went.disposedAt(),
                went.disposal(),
                went.digest().toString());
    }
}
