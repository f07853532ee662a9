package org.aletheia.evidence.anonymous;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The anonymous door, where somebody without an account hands in a text and files. */
@ConfigMapping(prefix = "aletheia.anonymous-door")
public interface AnonymousDoorConfig {
    /**
     * The name of the member organisation that receives what is handed in. Without it, and while there is none of that name,
     * there is no anonymous door: its address answers as one that does not exist.
     */
    Optional<String> organisation();

    /** How long what was handed in waits for a decision before it goes for good. */
    @WithDefault("60D")
    Duration waits();

    /** How long the code opens what became of it; then the messages go, too. */
    @WithDefault("365D")
    Duration codeLife();

    /** How many files are taken at once. */
    @WithDefault("10")
    int mostFiles();

    /** How many bytes are taken at once, all files and the text together. */
    @WithDefault("250M")
    MemorySize mostAtOnce();

    /** How long one may take to arrive: whoever sends slowly keeps a place from others. */
    @WithDefault("1H")
    Duration longestArrival();

    /** How many arrive at once on one replica; whoever comes then is asked to come back. */
    @WithDefault("4")
    int arrivals();

    /** How many deposits lie in the store at most; then the door takes nothing until some are settled. */
    @WithDefault("500")
    int mostWaiting();

    /**
     * How many bytes they hold at most. What is under way when the limit is reached still comes in.
     */
    @WithDefault("20G")
    MemorySize mostStored();

    /**
     * How many deposits are taken from one address within {@code window()}. Addresses are remembered in memory alone, under a
     * key that ends with the process. Behind a proxy all come from its address, unless
     * {@code quarkus.http.proxy.proxy-address-forwarding} tells the server to believe it.
     */
    @WithDefault("20")
    int mostPerAddress();

    /** The time after which deposits from an address are forgotten. */
    @WithDefault("24H")
    Duration window();
}
