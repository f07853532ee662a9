-- Asked by nobody any more, since histories name the organisation (V62); by servers of an earlier release until they are
-- replaced, whose question is slower without it. By itself, so that nothing is held while it waits for those who write.
drop index journal_use_of;
