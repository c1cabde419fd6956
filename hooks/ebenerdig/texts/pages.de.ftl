### Seiten über Stufen, Menschen und Betriebe

level-begin = So fangen Sie gut an
organisation-people = Wer dazugehört:
