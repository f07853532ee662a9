package org.aletheia.testimony.vault;

import java.util.UUID;
import org.aletheia.access.RecordKind;

/** The record under whose pseudonym an identity is kept: a victim, or a person who is protected. */
public record VaultSubject(RecordKind kind, UUID id) {}
