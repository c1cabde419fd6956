### Seiten über Stufen, Menschen, Betriebe und Fassungen

level-begin = So fangen Sie gut an
organisation-people = Wer dazugehört:
also-in = Auch zu haben als:
