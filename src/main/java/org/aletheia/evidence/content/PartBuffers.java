package org.aletheia.evidence.content;

/** How many part buffers of which size the configuration gives. */
final class PartBuffers {
    private static final long SMALLEST_PART = 5L << 20; // S3's rule for all parts but the last
    private static final int FEWEST = 2;

    private PartBuffers() {}

    static BufferPool pool(ContentConfig config) {
        long part = config.partSize().asLongValue() / SegmentLayout.SEGMENT * SegmentLayout.SEGMENT;
        if (part < SMALLEST_PART || part > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("aletheia.content.part-size must be between 5M and 1023M");
        }
        long heap = Runtime.getRuntime().maxMemory() / 100 * config.bufferPercent();
        int count = (int) Math.max(FEWEST, heap / part);
        return new BufferPool((int) part + ContentHeader.LENGTH, count, config.bufferWait());
    }
}
