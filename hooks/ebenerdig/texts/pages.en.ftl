### Pages about levels, people, companies and versions

level-begin = A good way to begin
organisation-people = Who belongs to it:
also-in = Also available as:
