package org.aletheia.testimony.door;

import java.time.Instant;
import java.util.UUID;
import org.aletheia.testimony.PersonRef;

/**
 * What the vault keeps of a code, beside the hashes by which it is found and proven. Whether it opens anything is said by
 * the {@link Door}.
 *
 * @param number of the codes of one door, from 1
 * @param ownerOrg the organisation that gave it
 * @param subject whose door it is for
 * @param unitKey the person's key, under which messages are sealed
 */
public record KeptCode(
        UUID id, UUID door, int number, UUID ownerOrg, PersonRef subject, UUID unitKey, Instant issuedAt) {}
