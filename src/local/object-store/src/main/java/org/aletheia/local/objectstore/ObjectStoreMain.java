package org.aletheia.local.objectstore;

import java.io.IOException;
import org.gaul.s3proxy.Main;

/**
 * S3Proxy in a JVM of its own, with S3Proxy's own arguments. It ends when its standard input closes: the parent holds
 * the other end of that pipe, so that the server never outlives it, however the parent ends.
 */
public final class ObjectStoreMain {

    private ObjectStoreMain() {}

    public static void main(String[] arguments) throws Exception {
        Thread.ofPlatform().daemon().name("end-of-input").start(ObjectStoreMain::exitAtEndOfInput);
        Main.main(arguments);
    }

    private static void exitAtEndOfInput() {
        try {
            while (System.in.read() != -1) {
                // nothing is ever sent: only the end counts
            }
        } catch (IOException e) {
            System.err.println("Standard input failed: " + e);
        }
        System.exit(0);
    }
}
