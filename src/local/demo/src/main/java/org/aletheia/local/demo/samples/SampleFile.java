package org.aletheia.local.demo.samples;

/**
 * A file as a documenter holds it.
 *
 * @param name file name, in the script of its author
 * @param mediaType what the sender says it is
 * @param language BCP 47 tag of its content, {@code zxx} where it has none
 * @param content its bytes; not copied, the sample is read only
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier between two methods of the demo, never compared
public record SampleFile(String name, String mediaType, String language, byte[] content) {}
