### Auf Papier

printed = Aus der Mediathek { $library }: { $address }
