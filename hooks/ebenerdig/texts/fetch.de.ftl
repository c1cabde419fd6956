problem-fetch-failed = Die Adresse antwortet nicht ({ $reason }). Prüfen Sie die Schreibweise und die Verbindung.
problem-fetch-status = Statt des Feeds kam die Antwort { $status }. Prüfen Sie die Adresse im Browser.
problem-fetch-too-large = Die Datei ist größer als { $megabytes } MB. So groß ist kein Feed.
problem-fetch-slow = Nach { $seconds } Sekunden war die Datei noch nicht da. Versuchen Sie es später noch einmal.
