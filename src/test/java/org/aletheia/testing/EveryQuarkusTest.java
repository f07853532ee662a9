package org.aletheia.testing;

import io.quarkus.test.common.QuarkusTestResource;

/** Gives {@link StackResource} to every {@code @QuarkusTest}, so that the server starts once for all of them. */
@QuarkusTestResource(StackResource.class)
final class EveryQuarkusTest {
    private EveryQuarkusTest() {}
}
