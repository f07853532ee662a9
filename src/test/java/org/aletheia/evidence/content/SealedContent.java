package org.aletheia.evidence.content;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.UUID;
import org.aletheia.platform.keys.TestKeys;
import org.aletheia.platform.keys.UnitKey;
import org.aletheia.platform.objectstore.MemoryObjectStore;
import org.jspecify.annotations.Nullable;

/** Content sealed into memory, with everything that is needed to open, damage and compare it. */
final class SealedContent {
    final MemoryObjectStore store = new MemoryObjectStore();
    final UnitKey key = TestKeys.random();
    final ContentStore contents;

    SealedContent(int partSize) {
        contents = new ContentStore(bucket -> store, TestContent.noRegister(), TestContent.config(partSize, true));
    }

    StoredContent seal(byte[] bytes) throws IOException {
        return seal(new ByteArrayInputStream(bytes), ExpectedDigests.none(), null);
    }

    StoredContent seal(InputStream stream, ExpectedDigests expected, @Nullable Long length) throws IOException {
        return contents.store(stream, expected, length, UUID.randomUUID(), key);
    }

    byte[] open(StoredContent stored, long from, long length) throws IOException {
        try (InputStream stream = ContentReader.open(store, stored, key, from, length, TestContent.readAhead())) {
            return stream.readAllBytes();
        }
    }

    byte[] object(StoredContent stored) {
        return store.readAll(stored.objectKey(), Integer.MAX_VALUE);
    }

    ContentStore sharing(BufferPool pool) {
        return new ContentStore(bucket -> store, TestContent.noRegister(), TestContent.config(5 << 20, true), pool);
    }

    boolean nothingKept() {
        boolean[] pending = {false};
        store.listPending("", upload -> pending[0] = true);
        return store.objects().isEmpty() && !pending[0];
    }
}
