package org.aletheia.transparency;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.aletheia.kernel.MalformedValueException;

/**
 * Which logs are known and which witnesses must have cosigned a checkpoint (C2SP tlog-policy).
 *
 * @param logs keys whose names are the origins; may be none, where the log is known otherwise
 * @param quorum what must have cosigned
 */
public record TlogPolicy(List<NoteVerifierKey> logs, Quorum quorum) {
    public TlogPolicy {
        logs = List.copyOf(logs);
    }

    /**
     * Reads the text form; names are taken as bytes, whatever these mean.
     *
     * @throws MalformedValueException {@code policy-…}, or as {@link NoteVerifierKey#parse}
     */
    public static TlogPolicy parse(byte[] file) {
        return TlogPolicyParser.parse(file);
    }

    /** What can have cosigned a checkpoint, in whole. */
    public sealed interface Quorum permits Witness, Group {
        /** Whether it has, given the keys whose signatures verified. */
        boolean isMet(Collection<NoteVerifierKey> signed);

        /** The keys that count for it. */
        Set<NoteVerifierKey> keys();

        /** For people. */
        String label();
    }

    /** One witness, under its name in the policy. */
    public record Witness(String name, NoteVerifierKey key) implements Quorum {
        @Override
        public boolean isMet(Collection<NoteVerifierKey> signed) {
            return signed.contains(key);
        }

        @Override
        public Set<NoteVerifierKey> keys() {
            return Set.of(key);
        }

        @Override
        public String label() {
            return name;
        }
    }

    /**
     * So many of these at least; none of none for {@code quorum none}.
     *
     * @param needed 1 to their number, or 0 where there are none
     */
    public record Group(String name, int needed, List<Quorum> members) implements Quorum {
        public Group {
            members = List.copyOf(members);
            if (needed > members.size() || needed < Math.min(1, members.size())) {
                throw new MalformedValueException(
                        "policy-threshold", needed + " of " + members.size() + " in group " + name);
            }
        }

        @Override
        public boolean isMet(Collection<NoteVerifierKey> signed) {
            return members.stream().filter(member -> member.isMet(signed)).count() >= needed;
        }

        @Override
        public Set<NoteVerifierKey> keys() {
            Set<NoteVerifierKey> keys = new HashSet<>();
            members.forEach(member -> keys.addAll(member.keys()));
            return keys;
        }

        @Override
        public String label() {
            return name;
        }
    }
}
