package org.aletheia.incidents;

import java.util.UUID;

/**
 * The reason for which somebody who by the records may have been a child at the time was none. It holds as long as nothing that
 * it was weighed against is written anew.
 *
 * @param ageBand at the time, code of {@code age-band}
 * @param ageBasis how that is known, code of {@code age-basis}
 * @param item that shows it
 * @param changes of the records' dates that were known when this was written
 */
public record Adulthood(String ageBand, String ageBasis, UUID item, int changes) {}
