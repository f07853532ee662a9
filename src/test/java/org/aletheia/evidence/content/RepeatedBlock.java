package org.aletheia.evidence.content;

import java.io.IOException;
import java.io.InputStream;

/** One block again and again up to a length: content of any size in constant memory. */
class RepeatedBlock extends InputStream {
    private final byte[] block;
    private final long length;
    private long position;

    RepeatedBlock(byte[] block, long length) {
        this.block = block;
        this.length = length;
    }

    @Override
    public int read() {
        return position == length ? -1 : block[(int) (position++ % block.length)] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int wanted) throws IOException {
        if (wanted == 0) {
            return 0;
        }
        if (position == length) {
            return -1;
        }
        int at = (int) (position % block.length);
        int count = (int) Math.min(Math.min(wanted, block.length - at), length - position);
        System.arraycopy(block, at, target, offset, count);
        position += count;
        return count;
    }
}
