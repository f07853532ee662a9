package org.aletheia.verifier;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.aletheia.transparency.NoteVerifierKey;
import org.aletheia.transparency.TlogPolicy;

/** Who must have cosigned a checkpoint. */
sealed interface CosignerRule {
    /** Whether these have; none of them is the log's own. */
    boolean isMet(List<NoteVerifierKey> signed);

    /** What was found of what is asked for, for people. */
    String told(Set<String> names);

    /** So many different names of those whose keys are known. */
    record AtLeast(int needed) implements CosignerRule {
        @Override
        public boolean isMet(List<NoteVerifierKey> signed) {
            return names(signed).size() >= needed;
        }

        @Override
        public String told(Set<String> names) {
            return names.size() + " of " + needed + " needed";
        }
    }

    /** A quorum as a policy describes it. */
    record Quorum(TlogPolicy.Quorum quorum) implements CosignerRule {
        @Override
        public boolean isMet(List<NoteVerifierKey> signed) {
            return quorum.isMet(signed);
        }

        @Override
        public String told(Set<String> names) {
            return names.size() + ", for the quorum " + quorum.label();
        }
    }

    /** Different names. */
    static Set<String> names(List<NoteVerifierKey> keys) {
        Set<String> names = new TreeSet<>();
        keys.forEach(key -> names.add(key.name()));
        return names;
    }
}
