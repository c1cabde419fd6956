### Films at providers: what editors read about them

problem-host = “{ $value }” is not the name of a server. Write the name alone, as it stands in the address between https:// and the next slash. For example: { $suggestion }
problem-peertube-host = The video is at “{ $host }”. Anybody can run a PeerTube site, so the library loads films only from the servers that it names. If you trust this one, write in content/_data/library.yml: peertube_hosts: { $line }
