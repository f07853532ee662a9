package org.aletheia.reparations.claim;

import java.util.UUID;

/**
 * Who did something to a claim, and when.
 *
 * @param at time of the server, ISO 8601 in UTC
 */
public record By(String at, UUID member, UUID organisation) {}
