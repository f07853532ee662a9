package org.aletheia.codelists;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.kernel.Digest;

/**
 * An edition of the operator as it was accepted. Never changed or removed.
 *
 * @param subject what events about the list are about; the same for all editions of a list
 * @param list id of the list
 * @param revision of the list with this edition, from 1
 * @param content as given
 * @param digest SHA-256 over the stored text
 * @param by member who gave it
 */
public record StoredEdition(
        UUID subject, String list, int revision, ListEdition content, Digest digest, UUID by, Instant at) {}
