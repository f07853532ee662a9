-- What the first bytes of a received file are, as a detector found while they came in, beside the type that its sender states;
-- and which detector, with its version. What came before has neither, and counts as an image or a video wherever that matters.
alter table item
    add column detected_type text check (length(detected_type) <= 255),
    add column detector      text check (length(detector) <= 64),
    add constraint detected_by check ((detected_type is null) = (detector is null));
alter table rendition
    add column detected_type text check (length(detected_type) <= 255),
    add column detector      text check (length(detector) <= 64),
    add constraint detected_by check ((detected_type is null) = (detector is null));
alter table anonymous_file
    add column detected_type text check (length(detected_type) <= 255),
    add column detector      text check (length(detector) <= 64),
    add constraint detected_by check ((detected_type is null) = (detector is null));
