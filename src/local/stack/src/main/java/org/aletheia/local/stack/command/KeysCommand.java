package org.aletheia.local.stack.command;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

/** Shows and exchanges the key-encryption keys of the running stack of a data folder. */
@Command(name = "keys", description = "keys list, keys rotate, keys retire NAME: the key-encryption keys.")
public final class KeysCommand implements Callable<Integer> {

    @Mixin
    private StackOptions.DataOption data;

    @Unmatched
    private List<String> more = new ArrayList<>();

    /** The exit code of the product's own command: 0 done, 1 refused, 2 called wrongly or failed. */
    @Override
    public Integer call() throws Exception {
        return ServerProgram.run(data.open(), "keys", more);
    }
}
