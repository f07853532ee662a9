package org.aletheia.platform.objectstore;

import org.junit.jupiter.api.Tag;

@Tag("unit")
class MemoryObjectStoreTest extends ObjectStoreContract {
    private final ObjectStore store = new MemoryObjectStore();

    @Override
    protected ObjectStore store() {
        return store;
    }
}
