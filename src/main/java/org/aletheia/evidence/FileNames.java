package org.aletheia.evidence;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.aletheia.evidence.metadata.ItemMetadata;
import org.aletheia.platform.keys.BrokenSealException;
import org.aletheia.platform.keys.TextSeals;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The names of files, which often name somebody: sealed in tables, revisions and whatever copies are made of these, in clear
 * for who may read the item. Names that came before there was a seal stand as they came.
 */
@ApplicationScoped
class FileNames {
    private static final Logger LOG = Logger.getLogger(FileNames.class);

    private final TextSeals seals;

    FileNames(TextSeals seals) {
        this.seals = seals;
    }

    /** A name as it is stored. @param submission of which the item is part */
    @Nullable
    String sealed(UUID submission, @Nullable String name) {
        return name == null ? null : seals.seal(place(submission), name);
    }

    /** A draft whose statement came from a caller, as it is stored. */
    ItemDraft sealed(UUID submission, ItemDraft draft) {
        ItemMetadata said = draft.metadata();
        return new ItemDraft(said.named(sealed(submission, said.fileName())), draft.protection());
    }

    /** A deposit as its depositor sees it. */
    Deposit open(Deposit stored) {
        ItemDraft draft = stored.draft();
        ItemMetadata said = draft.metadata();
        String name = open(stored.submission(), said.fileName());
        return stored.drafted(new ItemDraft(said.named(name), draft.protection()));
    }

    /** An item as those see it who may read it. */
    EvidenceItem open(EvidenceItem stored) {
        ItemVersion version = stored.version();
        UUID submission = version.submission();
        ReceivedFile file = version.file();
        return stored.told(version.named(
                version.metadata().named(open(submission, version.metadata().fileName())),
                file.named(open(submission, file.name()))));
    }

    /** A name that does not open is lost; what it named is not. */
    private @Nullable String open(UUID submission, @Nullable String stored) {
        try {
            return stored == null ? null : seals.open(place(submission), stored);
        } catch (BrokenSealException e) {
            LOG.errorf(
                    "the name of a file of submission %s does not open: it was altered, or stood elsewhere",
                    submission);
            return null;
        }
    }

    private static String place(UUID submission) {
        return "file-name\n" + submission;
    }
}
