package org.aletheia.evidence.content;

/**
 * What the first bytes of a content are. It stands beside what the sender states and never in its place. PREMIS 3 calls it a
 * format designation, whose authority the detector is.
 *
 * @param mediaType without parameters; {@code application/octet-stream} where the detector knows none that begins so
 * @param detector its name and version, as {@code Apache Tika 3.3.1}
 */
public record DetectedType(String mediaType, String detector) {}
