package org.aletheia.custody;

import java.time.Instant;
import org.aletheia.kernel.Digest;

/**
 * A revision that was appended.
 *
 * @param number from 1 without holes
 * @param digest SHA-256("aletheia/revision/v1\n" ‖ salt ‖ canonical bytes), for the event that tells of it
 * @param createdAt time for the record's row
 */
public record RevisionRef(int number, Digest digest, Instant createdAt) {}
