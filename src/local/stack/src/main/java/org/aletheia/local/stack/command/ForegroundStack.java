package org.aletheia.local.stack.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.aletheia.local.stack.LocalStack;
import org.aletheia.local.stack.Progress;
import org.aletheia.local.stack.StackRequest;
import org.aletheia.local.stack.data.PropertiesFile;

/** A stack that lives as long as this process: closed at the end of its block, and at Ctrl-C or TERM. */
final class ForegroundStack implements AutoCloseable {

    private final StackRequest request;
    private final LocalStack stack;
    private final Progress progress;
    private final Thread atSignal = new Thread(this::closeAtSignal);

    private ForegroundStack(StackRequest request, LocalStack stack, Progress progress) {
        this.request = request;
        this.stack = stack;
        this.progress = progress;
    }

    static ForegroundStack start(StackRequest request) throws Exception {
        Progress progress =
                new Progress(System.out, new PropertiesFile(request.data().status()));
        ForegroundStack foreground = new ForegroundStack(request, LocalStack.open(request, progress), progress);
        Runtime.getRuntime().addShutdownHook(foreground.atSignal);
        try {
            progress.say("Starting the stack in " + request.data().root());
            foreground.stack.start();
            return foreground;
        } catch (Exception e) {
            foreground.close();
            throw e;
        }
    }

    void announce() {
        if (request.withServer()) {
            progress.say(
                    "Aletheia answers at http://127.0.0.1:" + request.ports().http());
            progress.say("Its health, metrics and description: http://127.0.0.1:"
                    + request.ports().serverManagement() + "/q/health, /q/metrics, /q/openapi");
        }
        progress.say("Connection properties: " + request.data().stackProperties());
        progress.wholeReady();
    }

    private void closeAtSignal() {
        try {
            stack.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        stack.close();
    }
}
