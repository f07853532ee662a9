package org.aletheia.parties;

import java.util.UUID;
import org.aletheia.access.RecordKind;

/** A record of a party, or of somebody in one capacity. */
public record PartyRef(RecordKind kind, UUID id) {}
