package org.aletheia.platform.editions;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.kernel.Digest;

/**
 * An edition as it was accepted. Never changed or removed.
 *
 * @param <T> what it says
 * @param subject what events about it are about; the same for all editions of one thing
 * @param of of which thing it is an edition, for example the id of a list
 * @param number of the edition, from 1
 * @param content as given
 * @param digest SHA-256 over the stored text
 * @param by member who gave it
 */
public record Edition<T>(UUID subject, String of, int number, T content, Digest digest, UUID by, Instant at) {}
