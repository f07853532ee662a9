package org.aletheia.evidence.content;

/** How many buffers of which size the configuration gives: as much of the heap for uploads as for downloads. */
final class Buffers {
    private static final long SMALLEST_PART = 5L << 20; // S3's rule for all parts but the last
    private static final int FEWEST = 2;

    private Buffers() {}

    /** For uploads. */
    static BufferPool parts(ContentConfig config) {
        long part = config.partSize().asLongValue() / SegmentLayout.SEGMENT * SegmentLayout.SEGMENT;
        if (part < SMALLEST_PART || part > Integer.MAX_VALUE / 2) {
            throw new IllegalArgumentException("aletheia.content.part-size must be between 5M and 1023M");
        }
        int size = (int) part + ContentHeader.LENGTH;
        return new BufferPool(size, count(config, size), config.bufferWait());
    }

    /** For downloads. */
    static Pool<ReadBuffer> readers(ContentConfig config) {
        return new Pool<>(ReadBuffer::full, count(config, ReadBuffer.SIZE), config.bufferWait());
    }

    private static int count(ContentConfig config, int size) {
        long heap = Runtime.getRuntime().maxMemory() / 100 * config.bufferPercent();
        return (int) Math.max(FEWEST, heap / size);
    }
}
