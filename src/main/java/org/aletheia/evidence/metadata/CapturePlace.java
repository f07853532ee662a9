package org.aletheia.evidence.metadata;

import org.aletheia.evidence.record.Geometry;

/**
 * Where material was made.
 *
 * @param precision code of the list {@code place-precision}: how closely the geometry is known
 */
public record CapturePlace(Geometry geometry, String precision) {}
