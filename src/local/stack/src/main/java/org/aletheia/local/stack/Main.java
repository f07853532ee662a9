package org.aletheia.local.stack;

import org.aletheia.local.stack.command.BenchCommand;
import org.aletheia.local.stack.command.DemoCommand;
import org.aletheia.local.stack.command.DownCommand;
import org.aletheia.local.stack.command.FsckCommand;
import org.aletheia.local.stack.command.KeysCommand;
import org.aletheia.local.stack.command.LogCommand;
import org.aletheia.local.stack.command.LogsCommand;
import org.aletheia.local.stack.command.RunCommand;
import org.aletheia.local.stack.command.StatusCommand;
import org.aletheia.local.stack.command.TestCommand;
import org.aletheia.local.stack.command.UpCommand;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The commands behind {@code ./aletheia}. */
@Command(
        name = "./aletheia",
        description = "Starts, tests and stops Aletheia with real servers on this machine.",
        subcommands = {
            DemoCommand.class,
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TestCommand.class,
            BenchCommand.class,
            FsckCommand.class,
            KeysCommand.class,
            LogCommand.class,
            RunCommand.class,
            CommandLine.HelpCommand.class
        })
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        CommandLine commands = new CommandLine(new Main())
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExecutionExceptionHandler(Main::explain);
        System.exit(commands.execute(arguments));
    }

    /** What a person can mend is said in a sentence; anything else is ours to mend and shows where it happened. */
    private static int explain(Exception failure, CommandLine commands, CommandLine.ParseResult parsed) {
        if (failure instanceof StackException) {
            System.err.println(failure.getMessage());
        } else {
            failure.printStackTrace();
        }
        return 1;
    }
}
