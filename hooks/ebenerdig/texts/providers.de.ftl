### Filme bei Anbietern: was Redaktionen dazu lesen

problem-host = „{ $value }“ ist nicht der Name eines Servers. Schreiben Sie nur den Namen, wie er in der Adresse zwischen https:// und dem nächsten Schrägstrich steht. Zum Beispiel: { $suggestion }
problem-peertube-host = Das Video liegt bei „{ $host }“. Eine PeerTube-Seite kann jeder betreiben; darum lädt die Mediathek Filme nur von den Servern, die sie nennt. Vertrauen Sie diesem, schreiben Sie in content/_data/library.yml: peertube_hosts: { $line }
