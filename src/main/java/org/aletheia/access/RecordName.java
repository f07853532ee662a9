package org.aletheia.access;

import java.util.UUID;

/** A record, whether or not there is one. */
public record RecordName(RecordKind kind, UUID id) {}
