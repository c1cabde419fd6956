### On paper

printed = From the media library { $library }: { $address }
